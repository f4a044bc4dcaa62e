package nl.poort25.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import nl.poort25.domain.DomainMailState;
import nl.poort25.domain.DomainStatus;
import nl.poort25.domain.MxState;
import nl.poort25.domain.NextStep;
import nl.poort25.domain.Origin;
import nl.poort25.domain.ProofKind;
import nl.poort25.domain.RegistrationAction;
import nl.poort25.mailservice.MailServiceKind;
import nl.poort25.policy.PolicyVersion;
import nl.poort25.text.NameCollation;

/** Registrations with what the DNS said, each with a mail service or none, or two. */
final class DomainRows {
  /** How a domain may stand, and how many of a thousand do. */
  private record Standing(
      int share,
      DomainStatus status,
      DomainMailState mail,
      MxState mx,
      ProofKind proof,
      boolean lost,
      boolean dnsHere,
      NextStep next) {}

  private static final List<Standing> STANDINGS =
      List.of(
          of(5, DomainStatus.BOUNCES, "NONE", "CORRECT", null, NextStep.PROVE),
          of(60, DomainStatus.MX_WRONG, "ACTIVE", "WRONG", ProofKind.TXT, NextStep.SET_MX),
          of(40, DomainStatus.NO_SERVICE, "NONE", "WRONG", ProofKind.TXT, NextStep.ORDER),
          of(30, DomainStatus.TO_PROVE, "ORDERED", "WRONG", null, NextStep.PROVE),
          of(20, DomainStatus.ORDERED, "ORDERED", "WRONG", ProofKind.TXT, NextStep.ACTIVATE),
          new Standing(
              5,
              DomainStatus.DNS_HERE,
              DomainMailState.ACTIVE,
              MxState.WRONG,
              ProofKind.STAFF,
              false,
              true,
              NextStep.SET_MX_HERE),
          new Standing(
              3,
              DomainStatus.ORDERED,
              DomainMailState.ORDERED,
              MxState.WRONG,
              null,
              false,
              true,
              NextStep.RECORD_PROOF),
          of(10, DomainStatus.MX_UNCHECKED, "ACTIVE", "UNCHECKED", ProofKind.STAFF, NextStep.LOOK),
          of(10, DomainStatus.MX_UNKNOWN, "ACTIVE", "UNKNOWN", ProofKind.TXT, NextStep.MEND_DNS),
          of(10, DomainStatus.NO_PROOF, "ACTIVE", "CORRECT", null, NextStep.PROVE),
          new Standing(
              7,
              DomainStatus.PROOF_LOST,
              DomainMailState.ACTIVE,
              MxState.CORRECT,
              ProofKind.TXT,
              true,
              false,
              NextStep.PROVE),
          of(700, DomainStatus.IN_ORDER, "ACTIVE", "CORRECT", ProofKind.TXT, NextStep.NOTHING),
          of(80, DomainStatus.WITHDRAWN, "NONE", "WRONG", ProofKind.MX, null),
          of(20, DomainStatus.TRANSFERRED, "NONE", "UNCHECKED", null, null));

  private static Standing of(
      int share, DomainStatus status, String mail, String mx, ProofKind proof, NextStep next) {
    return new Standing(
        share,
        status,
        DomainMailState.valueOf(mail),
        MxState.valueOf(mx),
        proof,
        false,
        false,
        next);
  }

  private final Connection database;
  private final ProviderSize size;
  private final Random random;
  private final Names names;
  private int serviceId;

  DomainRows(Connection database, ProviderSize size, Random random) {
    this.database = database;
    this.size = size;
    this.random = random;
    names = new Names(random);
  }

  void write() throws SQLException {
    try (var locks = new BulkTable(database, "name_lock", "name");
        var rows =
            new BulkTable(
                database,
                "registration",
                "id,partner_id,customer_id,name,unicode_name,sort_name,reversed_name,held_name,active,"
                    + "origin,action,dns_by_provider,registered_at,withdrawn_at,policy_version,"
                    + "proof_token,proof,proof_since,proof_note,proof_lost_at,mail_state,mx_state,"
                    + "standing,version,mx_otherwise_at,doubted_name,next_step,next_step_since");
        var checks =
            new BulkTable(
                database,
                "dns_check",
                "registration_id,next_at,checked_at,verdict_since,mx_answer,mx_fresh_until,"
                    + "proof_answer");
        var services =
            new BulkTable(
                database,
                "mail_service",
                "id,registration_id,partner_id,name,sort_name,kind,state,is_open,intake,destination,"
                    + "local_part,waiting_since,ordered_by,ordered_at,policy_version,activated_at,"
                    + "note,ended_at,reason,version,violations,stopped,proof_awaited_since")) {
      for (int d = 1; d <= size.domains(); d++) {
        var standing = any();
        var name = names.domain(d);
        locks.add(name.ascii());
        registration(rows, d, name, standing);
        check(checks, d, name, standing);
        services(services, d, name, standing);
      }
    }
  }

  private Standing any() {
    int left = random.nextInt(1_000);
    for (var standing : STANDINGS) {
      left -= standing.share();
      if (left < 0) {
        return standing;
      }
    }
    throw new IllegalStateException("the shares are no thousand");
  }

  private void registration(BulkTable rows, int d, Names.Domain name, Standing s)
      throws SQLException {
    var since = size.past(d, size.domains());
    String sorted = NameCollation.key(name.unicode());
    boolean doubted = !s.status().isEnd() && s.proof() == ProofKind.MX && d % 50 == 0;
    rows.add(
        d,
        size.partnerOf(d),
        d % 4 == 0 ? null : size.customerOf(d),
        name.ascii(),
        name.unicode(),
        sorted,
        name.reversed(),
        s.status().isEnd() ? null : name.ascii(),
        !s.status().isEnd(),
        d % 5 == 0 ? Origin.REGISTERED : Origin.ADMINISTRATIVE,
        RegistrationAction.DO_NOT_MOVE,
        s.dnsHere(),
        since,
        s.status().isEnd() ? size.now() : null,
        PolicyVersion.current().id(),
        "token-%07d".formatted(d),
        s.proof(),
        s.proof() == null ? null : since,
        s.proof() == ProofKind.STAFF ? "Gezien op papier" : null,
        s.lost() ? size.now() : null,
        s.mail(),
        s.mx(),
        s.status(),
        0,
        s.mx() == MxState.WRONG ? since : null,
        doubted ? sorted : null,
        s.next(),
        s.next() == null ? null : since);
  }

  private void check(BulkTable rows, int d, Names.Domain name, Standing s) throws SQLException {
    // or the schedule would look all of them up meanwhile
    var next = s.status().isEnd() ? null : size.now().plusSeconds(315_360_000L);
    if (next == null || s.mx() == MxState.UNCHECKED) {
      rows.add(d, next, null, null, null, null, null);
      return;
    }
    String answer =
        switch (s.mx()) {
          case CORRECT ->
              "found 3600 %s\n10 smtp.routit.net\n20 smtp1.routit.net".formatted(name.ascii());
          case WRONG -> "found 3600 %s\n10 mail.elders.example".formatted(name.ascii());
          default -> "unavailable TIMEOUT";
        };
    rows.add(d, next, size.now(), size.past(d, size.domains()), answer, size.now(), null);
  }

  private void services(BulkTable rows, int d, Names.Domain name, Standing s) throws SQLException {
    if (s.mail() == DomainMailState.NONE) {
      service(rows, d, name, d % 2 == 0 ? "CANCELLED" : "REFUSED", s);
    } else {
      service(rows, d, name, s.mail() == DomainMailState.ACTIVE ? "ACTIVE" : "ORDERED", s);
      if (d % 10 == 1) {
        service(rows, d, name, "CANCELLED", s);
      }
    }
  }

  private void service(BulkTable rows, int d, Names.Domain name, String state, Standing s)
      throws SQLException {
    var kinds = MailServiceKind.values();
    var kind = kinds[serviceId % kinds.length];
    boolean pop = kind == MailServiceKind.POP3_BOX || kind == MailServiceKind.POP3_CATCH_ALL;
    boolean waits = state.equals("ORDERED");
    boolean ended = state.equals("CANCELLED") || state.equals("REFUSED");
    var since = size.past(d, size.domains());
    rows.add(
        ++serviceId,
        d,
        size.partnerOf(d),
        name.ascii(),
        NameCollation.key(name.unicode()),
        kind,
        state,
        !ended,
        pop ? "POP3" : "SMTP",
        pop ? null : "mail" + d % 1_000 + ".klant.example",
        kind == MailServiceKind.POP3_BOX ? "info" : null,
        waits && s.next() == NextStep.ACTIVATE ? since : null,
        size.personOf(size.partnerOf(d)),
        since,
        PolicyVersion.current().id(),
        state.equals("ACTIVE") ? since : null,
        null,
        ended ? size.now() : null,
        state.equals("REFUSED") ? "Past niet bij het domein" : null,
        0,
        null,
        false,
        waits && s.next() != NextStep.ACTIVATE ? since : null);
  }
}
