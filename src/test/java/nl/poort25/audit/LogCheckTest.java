package nl.poort25.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.poort25.database.TestDatabase;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody does who owns the database, and what the check says of it. */
@Tag(TestDatabase.TAG)
class LogCheckTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456789Z");
  private static TestDatabase database;
  private AuditKey key;

  private record Done(Subject subject, Long partnerId) implements Act {
    @Override
    public Map<String, String> after() {
      return Map.of("name", "Zeil & Roer, 'één'");
    }
  }

  @BeforeAll
  static void open() {
    database = new TestDatabase(AuditEntry.class, AuditSeal.class, AuditChain.class, Anchor.class);
    // who owns the database owns its triggers
    database.run(em -> em.createNativeQuery("drop trigger " + trigger(em)).executeUpdate());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void fill() {
    run(
        "delete from audit_entry",
        "delete from audit_seal",
        "delete from audit_chain",
        "alter table audit_entry alter column id restart with 1");
    key = AuditKey.generate(0);
    database.run(em -> em.persist(AuditChain.empty()));
    for (int i = 1; i <= 12; i++) {
      write(key, i);
    }
    seal(key);
  }

  private static String trigger(EntityManager em) {
    boolean h2 =
        em.unwrap(Session.class)
            .doReturningWork(c -> c.getMetaData().getDatabaseProductName().equals("H2"));
    return h2 ? "audit_entry_append_only" : "audit_entry_append_only on audit_entry";
  }

  private void write(AuditKey by, int subject) {
    database.run(
        em -> {
          var act = new Done(new Subject("domain", subject, "zeil.example"), null);
          var entry = new AuditEntry(act, new Actor(), "3", NOON.plusNanos(subject));
          em.persist(entry);
          if (by != null) {
            em.persist(new AuditSeal(by, entry.row()));
          }
        });
  }

  private void seal(AuditKey by) {
    while (database.in(em -> AuditChain.locked(em).append(em, by, 5)) == 5) {
      // the next ones
    }
  }

  private Anchor anchor(AuditKey by) {
    return database.in(
        em -> {
          var end = AuditChain.read(em);
          return new Anchor(by, end.getPosition(), end.getChain(), NOON);
        });
  }

  private LogCheck.Outcome check(String... anchors) {
    return check(key, anchors);
  }

  private LogCheck.Outcome check(AuditKey by, String... anchors) {
    return database.in(
        em ->
            em.unwrap(Session.class)
                .doReturningWork(
                    connection -> {
                      var outcome = LogCheck.of(connection, by, List.of(anchors));
                      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                      return outcome;
                    }));
  }

  private static void run(String... statements) {
    database.run(
        em -> {
          for (String sql : statements) {
            em.createNativeQuery(sql).executeUpdate();
          }
        });
  }

  @Test
  void findsNothingInALogThatOnlyThePortalWrote() {
    write(key, 13);
    var outcome = check(anchor(key).line(), "", "  ");
    assertEquals(List.of(), outcome.faults());
    assertEquals(12, outcome.entries());
    assertEquals(1, outcome.waiting());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // changed
        "update audit_entry set actor_name = 'nobody' where id = 7",
        "update audit_entry set actor_address = '192.0.2.1' where id = 7",
        "update audit_entry set after_values = null where id = 1",
        "update audit_entry set partner_id = 4 where id = 12",
        "update audit_entry set actor_staff = not actor_staff where id = 3",
        "update audit_entry set subject_type = 'domai', subject_label = 'nzeil.example' where id = 3",
        "update audit_entry set happened_at = happened_at + interval '1' second where id = 5",
        "update audit_seal set mac = chain where entry_id = 5",
        "update audit_seal set chain = mac where position = 12",
        // removed
        "delete from audit_entry where id = 7",
        "delete from audit_entry where id = 12",
        "delete from audit_seal where entry_id = 7",
        "delete from audit_seal where entry_id = 12",
        "delete from audit_entry where id = 7; delete from audit_seal where entry_id = 7",
        "delete from audit_entry where id = 12; delete from audit_seal where entry_id = 12",
        "delete from audit_entry where id = 7; delete from audit_seal where entry_id = 7;"
            + " update audit_seal set position = -position where position > 7;"
            + " update audit_seal set position = -position - 1 where position < 0;"
            + " update audit_chain set position = 11",
        // added
        "insert into audit_entry (happened_at, actor_name, actor_staff, act, subject_type,"
            + " subject_id, subject_label, policy_version) values (current_timestamp, 'Karim', true,"
            + " 'Done', 'domain', 1, 'zeil.example', '3')",
        "insert into audit_entry (id, happened_at, actor_name, actor_staff, act, subject_type,"
            + " subject_id, subject_label, policy_version) select 99, happened_at, actor_name,"
            + " actor_staff, act, subject_type, subject_id, subject_label, policy_version from"
            + " audit_entry where id = 4; insert into audit_seal (entry_id, mac) select 99, mac from"
            + " audit_seal where entry_id = 4",
        // in another order
        "update audit_seal set position = -position where position in (4, 5);"
            + " update audit_seal set position = 9 + position where position < 0",
        "update audit_seal set entry_id = -entry_id where entry_id in (4, 5);"
            + " update audit_seal set entry_id = 9 + entry_id where entry_id < 0",
        "update audit_entry set id = -id where id in (4, 5);"
            + " update audit_entry set id = 9 + id where id < 0"
      })
  void findsWhatWasChangedRemovedAddedOrReordered(String statements) {
    run(statements.split(";"));
    assertFalse(check().faults().isEmpty());
    // nor does the portal make it good by going on
    write(key, 14);
    seal(key);
    assertFalse(check().faults().isEmpty());
  }

  /** The round fails each time, which raises an alarm. */
  @Test
  void sealsNothingMoreWithoutAnEnd() {
    run("delete from audit_chain");
    write(key, 14);
    assertThrows(IllegalStateException.class, () -> seal(key));
    assertEquals(List.of("the end of the chain is missing"), check().faults());
  }

  @Test
  void findsAnEndThatWasCutOffByItsAnchor() {
    String kept = anchor(key).line();
    String end =
        database.in(
            em ->
                em.createNativeQuery(
                        "select chain from audit_seal where position = 10", String.class)
                    .getSingleResult()
                    .toString());
    run(
        "delete from audit_entry where id > 10",
        "delete from audit_seal where position > 10",
        "update audit_chain set position = 10, chain = '" + end + "'");
    assertEquals(List.of(), check().faults(), "nothing in the database tells");
    assertTrue(check(kept).faults().get(0).contains("before the anchor at position 12"));
  }

  /** By somebody who has the key too, as whoever has the server. */
  @Test
  void findsAChainThatWasMadeAnewByItsAnchor() {
    String kept = anchor(key).line();
    run(
        "update audit_entry set actor_name = 'nobody' where id = 7",
        "delete from audit_seal",
        "update audit_chain set position = 0, chain = ''");
    database.run(
        em -> {
          for (var entry :
              em.createQuery("select e from AuditEntry e", AuditEntry.class).getResultList()) {
            em.persist(new AuditSeal(key, entry.row()));
          }
        });
    seal(key);
    assertEquals(List.of(), check().faults(), "nothing in the database tells");
    var faults = check(kept).faults();
    assertEquals(1, faults.size());
    assertTrue(faults.get(0).contains("another than when this anchor was made"), faults.get(0));
  }

  /** With a key of his own, since that of the log is encrypted. */
  @Test
  void findsALogThatWasSealedByAnotherKey() {
    String kept = anchor(key).line();
    assertFalse(check(AuditKey.generate(0)).faults().isEmpty());
    assertTrue(
        check(AuditKey.generate(0), kept).faults().get(0).contains("did not sign the anchor"));
  }

  @Test
  void takesNoLineThatIsNoAnchor() {
    String kept = anchor(key).line();
    var lines = new ArrayList<>(List.of("poort25-log", kept.replace(" 12 ", " 11 ")));
    lines.add(kept.substring(0, kept.length() - 3));
    for (String line : lines) {
      assertEquals(1, check(line).faults().size(), line);
    }
  }

  /** Entries of an earlier portal get theirs first, and only those. */
  @Test
  void sealsWhatWasWrittenBeforeThereWasAKey() {
    run("delete from audit_seal", "update audit_chain set position = 0, chain = ''");
    var later = AuditKey.generate(12);
    write(later, 13);
    assertEquals(List.of(), check(later).faults());
    assertEquals(13, check(later).waiting());
    seal(later);
    assertEquals(List.of(), check(later).faults());
    assertEquals(13, check(later).entries());
    // who makes the portal seal an entry of his own as an old one
    run(
        "delete from audit_entry where id = 6",
        "insert into audit_entry (id, happened_at, actor_name, actor_staff, act, subject_type,"
            + " subject_id, subject_label, policy_version) values (-6, current_timestamp, 'Karim',"
            + " true, 'Done', 'domain', 1, 'zeil.example', '3')",
        "update audit_chain set copied_until = -7");
    seal(later);
    assertFalse(check(later).faults().isEmpty());
  }
}
