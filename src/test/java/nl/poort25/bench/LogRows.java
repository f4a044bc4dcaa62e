package nl.poort25.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import nl.poort25.audit.SealedRows;
import nl.poort25.policy.PolicyVersion;

/** The audit log with its seals, the outbox, and the counts of the security log. */
final class LogRows {
  /** What is logged how often, of a hundred. */
  private record Logged(int share, String act, String type, boolean ofPortal) {}

  private static final List<Logged> ACTS =
      List.of(
          new Logged(30, "DomainRegistered", "registration", false),
          new Logged(25, "MailServiceOrdered", "mail_service", false),
          new Logged(20, "ControlProven", "registration", true),
          new Logged(15, "MailServiceActivated", "mail_service", false),
          new Logged(5, "SignedIn", "account", false),
          new Logged(3, "ExemptionSubmitted", "exemption", false),
          new Logged(1, "ExemptionDecided", "exemption", false),
          new Logged(1, "MxChanged", "registration", true));

  private static final List<String> MAILS =
      List.of("mx-proof-lost", "mx-proof-ended", "mx-dns-here", "domain-transferred");

  private final Connection database;
  private final ProviderSize size;
  private final Random random;

  LogRows(Connection database, ProviderSize size, Random random) {
    this.database = database;
    this.size = size;
    this.random = random;
  }

  void write() throws SQLException {
    entries();
    mails();
    security();
  }

  private void entries() throws SQLException {
    var sealed = new SealedRows();
    try (var rows =
            new BulkTable(
                database,
                "audit_entry",
                "id,happened_at,actor_id,actor_name,actor_staff,actor_address,act,subject_type,"
                    + "subject_id,subject_label,partner_id,policy_version");
        var seals = new BulkTable(database, "audit_seal", "entry_id,mac,position,chain")) {
      for (int e = 1; e <= size.entries(); e++) {
        var logged = any();
        int subject = 1 + random.nextInt(size.domains());
        long partner = size.partnerOf(subject);
        boolean staff = e % 10 == 0;
        Long actor = logged.ofPortal() ? null : staff ? size.staff(e) : size.personOf(partner);
        String name = actor == null ? "Poort 25" : "Account " + actor;
        String address = actor == null ? null : "192.0.2." + e % 250;
        String label = "onderwerp-" + subject;
        var at = size.past(e, size.entries());
        String version = PolicyVersion.current().id();
        rows.add(
            e,
            at,
            actor,
            name,
            staff && actor != null,
            address,
            logged.act(),
            logged.type(),
            subject,
            label,
            partner,
            version);
        var seal =
            sealed.seal(
                e,
                at,
                actor,
                name,
                staff && actor != null,
                address,
                logged.act(),
                logged.type(),
                subject,
                label,
                partner,
                version);
        seals.add(e, seal.mac(), seal.position(), seal.chain());
      }
    }
    sealed.storeEnd(database, size.now());
    database.commit();
  }

  private Logged any() {
    int left = random.nextInt(100);
    for (var logged : ACTS) {
      left -= logged.share();
      if (left < 0) {
        return logged;
      }
    }
    throw new IllegalStateException("the shares are no hundred");
  }

  private void mails() throws SQLException {
    try (var rows =
        new BulkTable(
            database,
            "outbox_mail",
            "id,message_id,recipient,language,template,arguments,subject,written_at,state,"
                + "next_try_at,tries,last_error,sent_at,given_up_at")) {
      for (int m = 1; m <= size.domains(); m++) {
        long partner = size.partnerOf(m);
        var at = size.kept(m, size.domains());
        boolean refused = m % 5_000 == 7;
        rows.add(
            m,
            "<" + m + "@large.example>",
            "admin" + partner + "@large.example",
            partner % 2 == 0 ? "en" : "nl",
            MAILS.get(m % MAILS.size()),
            "domain=onderwerp-" + m + ".nl",
            "Bericht over onderwerp-" + m + ".nl",
            at,
            refused ? "GIVEN_UP" : "SENT",
            null,
            refused ? 10 : 1,
            refused ? "550 5.1.1 unknown" : null,
            refused ? null : at,
            refused ? at : null);
      }
    }
  }

  private void security() throws SQLException {
    try (var rows =
        new BulkTable(
            database,
            "security_event",
            "id,hour_begin,kind,address,who,times,first_at,last_at,place")) {
      for (int s = 1; s <= size.cases(); s++) {
        var at = size.past(s, size.cases());
        rows.add(s, at, "LOGIN_FAILED", "192.0.2." + s % 250, "who-" + s, 1L, at, at, "/login");
      }
    }
  }
}
