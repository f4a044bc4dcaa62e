package nl.poort25.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/**
 * Sends what is due: at once after a commit that wrote mail, and every few seconds for what must be
 * tried again or was left behind by a crash. Without a mail server everything stays where it is.
 */
@ApplicationScoped
public class MailSender {
  private static final Logger LOG = System.getLogger(MailSender.class.getName());
  private static final int SECONDS = 5;

  @Resource ManagedScheduledExecutorService executor;
  @Inject MailQueue queue;
  @Inject Letters letters;
  @Inject AccessLinks links;
  @Inject DemoMailbox mailbox;
  @Inject Settings settings;
  @Inject InstantSource clock;
  private MailRound round;
  private ScheduledFuture<?> rounds;

  @PostConstruct
  void choose() {
    MailChannel channel = null;
    if (!settings.text(Setting.MAIL_HOST).isEmpty()) {
      channel = new SmtpChannel(settings, clock);
    } else if (settings.flag(Setting.DEMO)) {
      channel = mailbox;
    }
    if (channel != null) {
      round = new MailRound(queue, letters, links, channel);
    }
  }

  void start(@Observes Startup event) {
    if (isReady()) {
      rounds = executor.scheduleWithFixedDelay(round::sendDue, SECONDS, SECONDS, TimeUnit.SECONDS);
    } else {
      LOG.log(Level.WARNING, "no mail is sent: {0} is not set", Setting.MAIL_HOST.key());
    }
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.cancel(false);
    }
  }

  /** Whether there is anything that mail can be sent through. */
  boolean isReady() {
    return round != null;
  }

  /** Whether mail goes into the demo's mailbox instead of out. */
  boolean isDemo() {
    return isReady() && settings.text(Setting.MAIL_HOST).isEmpty();
  }

  void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailWritten event) {
    if (isReady()) {
      try {
        executor.execute(round::sendDue);
      } catch (RejectedExecutionException e) {
        // the portal stops: the mail is in the database and goes out after the next start
        LOG.log(Level.DEBUG, "not now", e);
      }
    }
  }
}
