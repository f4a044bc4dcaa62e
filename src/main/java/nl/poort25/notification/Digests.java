package nl.poort25.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.outbox.MailListArgument;
import nl.poort25.outbox.Outbox;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.text.Languages;
import nl.poort25.text.Texts;

/** What waits for the morning, and the mail that is made of it: one for each account. */
@ApplicationScoped
@Transactional
class Digests {
  /** Lines of one mail; the pages have the rest. */
  static final int MOST = 100;

  @PersistenceContext EntityManager em;
  @Inject Accounts accounts;
  @Inject Outbox outbox;
  @Inject Texts texts;
  @Inject Settings settings;

  /** The accounts that something waits for since before then. */
  List<Long> waiting(Instant begin) {
    return em.createQuery(
            "select distinct i.accountId from DigestItem i where i.writtenAt < :begin"
                + " order by i.accountId",
            Long.class)
        .setParameter("begin", begin)
        .getResultList();
  }

  /** Of two nodes one does it: the other finds nothing any more. */
  void send(long accountId, Instant begin) {
    var items =
        em.createQuery(
                "select i from DigestItem i where i.accountId = :account and i.writtenAt < :begin"
                    + " order by i.id",
                DigestItem.class)
            .setParameter("account", accountId)
            .setParameter("begin", begin)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    if (items.isEmpty()) {
      return;
    }
    var account = accounts.get(accountId);
    if (!Accounts.isLockedOut(account)) {
      write(account, items);
    }
    items.forEach(em::remove);
  }

  private void write(Account to, List<DigestItem> items) {
    var language = Languages.of(to.getLanguage());
    var lines = items.stream().limit(MOST).map(item -> line(item, language)).toList();
    boolean all = items.size() <= MOST;
    outbox.write(
        to.getEmail(),
        to.getLanguage(),
        all ? "digest" : "digest-first",
        Map.of("count", "" + items.size(), "itemLines", MailListArgument.of(lines)));
  }

  private String line(DigestItem item, Locale language) {
    return "%s: %s %s%s"
        .formatted(
            texts.in(language, "notification.kind." + item.getKind()),
            item.getSubject(),
            settings.text(Setting.PUBLIC_URL),
            item.getPath());
  }
}
