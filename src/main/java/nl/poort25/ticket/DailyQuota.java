package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.FormErrors;

/**
 * Quota of messages and megabytes that the people of one partner may write in a day, so that nobody
 * fills the disk that decisions and blocks need.
 */
@ApplicationScoped
@Transactional
public class DailyQuota {
  private static final Duration DAY = Duration.ofDays(1);
  private static final long MEGABYTE = 1024L * 1024;

  @PersistenceContext EntityManager em;
  private int messages;
  private int megabytes;

  protected DailyQuota() {}

  @Inject
  public DailyQuota(Settings settings) {
    messages = settings.number(Setting.PARTNER_MESSAGES_DAY);
    megabytes = settings.number(Setting.PARTNER_MEGABYTES_DAY);
  }

  /** Adds an error where the message, or its files, would be more than that. */
  void check(long partnerId, NewUpdate written, Instant now, FormErrors errors) {
    var since = now.minus(DAY);
    long messagesSince =
        em.createQuery(
                "select count(u) from TicketUpdate u where u.author.partner.id = :partner"
                    + " and u.writtenAt > :since",
                Long.class)
            .setParameter("partner", partnerId)
            .setParameter("since", since)
            .getSingleResult();
    if (messagesSince >= messages) {
      errors.add("text", "ticket.day.messages", messages);
    }
    long bytes = written.files().stream().mapToLong(file -> file.bytes().length).sum();
    if (bytes > 0 && bytes + bytesSince(partnerId, since) > megabytes * MEGABYTE) {
      errors.add("files", "ticket.day.files", megabytes);
    }
  }

  private long bytesSince(long partnerId, Instant since) {
    return em.createQuery(
            "select coalesce(sum(f.size), 0) from Attachment f where"
                + " f.update.author.partner.id = :partner and f.update.writtenAt > :since",
            Long.class)
        .setParameter("partner", partnerId)
        .setParameter("since", since)
        .getSingleResult();
  }
}
