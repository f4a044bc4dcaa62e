package nl.poort25.outbox;

import jakarta.annotation.PostConstruct;
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
import nl.poort25.round.Round;
import nl.poort25.round.Rounds;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Sends what is due: at once after a commit that wrote mail, and every few seconds for what must be
 * tried again or was left behind by a crash. Without a mail server everything stays where it is.
 */
@ApplicationScoped
public class MailRounds {
  private static final Logger LOG = System.getLogger(MailRounds.class.getName());

  @Resource(lookup = Rounds.WATCH)
  ManagedScheduledExecutorService timeouts;

  @Inject MailQueue queue;
  @Inject MailRenderer letters;
  @Inject AccessLinks links;
  @Inject DemoMailbox mailbox;
  @Inject Settings settings;
  @Inject InstantSource clock;
  @Inject Rounds rounds;
  private MailDelivery round;

  @PostConstruct
  void chooseChannel() {
    MailTransport channel = null;
    if (!settings.text(Setting.MAIL_HOST).isEmpty()) {
      channel = new SmtpTransport(settings, clock, timeouts);
    } else if (settings.flag(Setting.DEMO)) {
      channel = mailbox;
    }
    if (channel != null) {
      round = new MailDelivery(queue, letters, links, channel);
      rounds.start(Round.MAIL, "the outbox cannot be emptied", round::sendDue);
    }
  }

  void start(@Observes Startup event) {
    if (!isReady()) {
      LOG.log(Level.WARNING, "no mail is sent: {0} is not set", Setting.MAIL_HOST.key());
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

  void sendSoon(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailWritten event) {
    if (isReady()) {
      try {
        rounds.now();
      } catch (RejectedExecutionException e) {
        // the portal stops: the mail is in the database and goes out after the next start
        LOG.log(Level.DEBUG, "not now", e);
      }
    }
  }
}
