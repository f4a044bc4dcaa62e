package nl.poort25.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.poort25.outbox.Undelivered.Outlook;
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
  @Inject Instance<AccessLinks> links;
  @Inject DemoMailbox mailbox;
  @Inject Settings settings;
  @Inject InstantSource clock;
  private final AtomicBoolean busy = new AtomicBoolean();
  private MailChannel channel;
  private ScheduledFuture<?> rounds;

  @PostConstruct
  void choose() {
    if (!settings.text(Setting.MAIL_HOST).isEmpty()) {
      channel = new SmtpChannel(settings, clock);
    } else if (settings.flag(Setting.DEMO)) {
      channel = mailbox;
    }
  }

  void start(@Observes Startup event) {
    if (isReady()) {
      rounds = executor.scheduleWithFixedDelay(this::sendDue, SECONDS, SECONDS, TimeUnit.SECONDS);
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
    return channel != null;
  }

  void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailWritten event) {
    if (isReady()) {
      try {
        executor.execute(this::sendDue);
      } catch (RejectedExecutionException e) {
        // the portal stops: the mail is in the database and goes out after the next start
        LOG.log(Level.DEBUG, "not now", e);
      }
    }
  }

  void sendDue() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    try {
      boolean more = true;
      while (more) {
        more = queue.claim().map(this::send).orElse(false);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the outbox cannot be emptied", e);
    } finally {
      busy.set(false);
    }
  }

  /** Returns whether it makes sense to go on with the next mail. */
  private boolean send(OutboxMail mail) {
    try {
      channel.deliver(letters.letter(mail, link(mail)));
    } catch (Undelivered e) {
      LOG.log(Level.WARNING, "mail {0}: {1}", String.valueOf(mail.getId()), e.getMessage());
      queue.failed(mail, e);
      return e.outlook() != Outlook.NO_SERVER;
    }
    queue.sent(mail.getId());
    return true;
  }

  private String link(OutboxMail mail) throws Undelivered {
    if (mail.getLinkPurpose() == null) {
      return null;
    }
    try {
      return links.get().make(mail.getLinkPurpose(), mail.getLinkAccountId());
    } catch (IllegalStateException e) {
      throw new Undelivered(Outlook.NEVER, "this account can have no such link any more");
    }
  }
}
