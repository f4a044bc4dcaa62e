package nl.poort25.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.database.TestDatabase;
import nl.poort25.database.Wired;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListRequest;
import nl.poort25.web.FormErrors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The filters of the log, in the order of the newest first. */
@Tag(TestDatabase.TAG)
class LogListTest {
  // the last second of 26 November in Amsterdam
  private static final Instant LAST_SECOND = Instant.parse("2026-11-26T22:59:59Z");
  private static TestDatabase database;
  private static long sanne;

  private record Done(Subject subject, Long partnerId) implements Act {}

  private record Undone(Subject subject, Long partnerId) implements Act {}

  @BeforeAll
  static void fill() {
    database = new TestDatabase(AuditEntry.class, Account.class, Partner.class);
    database.run(
        em -> {
          var account =
              new Account(
                  null,
                  "sanne@haven.example",
                  "Sanne de Wit",
                  Set.of(Role.AUDITOR),
                  "nl",
                  LAST_SECOND);
          em.persist(account);
          sanne = account.getId();
        });
    write(new Done(new Subject("domain", 1, "zeil.example"), 5L), sanne, LAST_SECOND);
    write(new Undone(new Subject("domain", 1, "zeil.example"), 5L), sanne, later(1));
    write(new Done(new Subject("domain", 2, "xn--bcher-kva.example"), 6L), 900, later(2));
    write(new Done(new Subject("partner", 5, "Havenkantoor ICT"), 5L), 0, later(3));
  }

  private static Instant later(int seconds) {
    return LAST_SECOND.plusSeconds(seconds);
  }

  private static void write(Act act, long actorId, Instant at) {
    var actor = new Actor();
    if (actorId != 0) {
      actor.actAs(actorId, "Iemand", true);
    }
    database.run(em -> em.persist(new AuditEntry(act, actor, "2016-12-19", at)));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /** The entries as act and subject, for a query written name=value, name=value. */
  private static List<String> found(String query) {
    return database.in(
        em -> {
          var list = new Wired(em).get(LogList.class);
          return list.page(asked(query), new FormErrors()).rows().stream()
              .map(e -> e.getAct() + " " + e.getSubjectLabel())
              .toList();
        });
  }

  private static ListRequest asked(String query) {
    var map = new MultivaluedHashMap<String, String>();
    for (String part : query.split("&")) {
      String[] pair = part.split("=", 2);
      map.putSingle(pair[0], pair.length > 1 ? pair[1] : "");
    }
    return new ListRequest(LogResource.PATH, map);
  }

  private static final String REGISTERED = "Done zeil.example";
  private static final String UNDONE = "Undone zeil.example";
  private static final String OTHER = "Done xn--bcher-kva.example";
  private static final String PARTNER = "Done Havenkantoor ICT";

  @Test
  void showsEverythingNewestFirst() {
    assertEquals(List.of(PARTNER, OTHER, UNDONE, REGISTERED), found(""));
  }

  @Test
  void filtersByPartnerActAndKindOfSubject() {
    assertEquals(List.of(PARTNER, UNDONE, REGISTERED), found("partner=5"));
    assertEquals(List.of(PARTNER, REGISTERED), found("partner=5&act=Done"));
    assertEquals(List.of(REGISTERED), found("partner=5&act=Done&type=domain"));
    assertEquals(List.of(), found("partner=7"));
  }

  @Test
  void findsASubjectByItsNameInAnyForm() {
    assertEquals(List.of(UNDONE, REGISTERED), found("subject=Zeil.Example"));
    assertEquals(List.of(OTHER), found("subject=Bücher.example"));
    assertEquals(List.of(OTHER), found("subject=xn--bcher-kva.example"));
    assertEquals(List.of(PARTNER), found("subject=Havenkantoor ICT"));
    assertEquals(List.of(), found("subject=zeil"));
  }

  @Test
  void findsAPersonByNameOrAddressWhateverNameTheEntryHas() {
    assertEquals(List.of(UNDONE, REGISTERED), found("person=sanne de wit"));
    assertEquals(List.of(UNDONE, REGISTERED), found("person=Sanne@haven.example"));
    assertEquals(List.of(PARTNER), found("person=Poort 25"));
  }

  @Test
  void findsSeveralPeopleOfOneName() {
    var people = new HashSet<Long>();
    people.add(sanne);
    people.add(null);
    var acts =
        database.in(
            em ->
                LogList.query(asked(""), people).first(em, 25).stream()
                    .map(AuditEntry::getSubjectLabel)
                    .toList());
    assertEquals(List.of("Havenkantoor ICT", "zeil.example", "zeil.example"), acts);
  }

  @Test
  void leadsBackThroughTheEntriesOfSeveralPeople() {
    try (var other = new TestDatabase(AuditEntry.class, Account.class, Partner.class)) {
      var actor = new Actor();
      for (int i = 0; i < 80; i++) {
        actor.actAs(1 + i % 2, "Iemand", true);
        var entry =
            new AuditEntry(
                new Done(new Subject("domain", i, "d" + i), 5L), actor, "2016-12-19", later(i));
        other.run(em -> em.persist(entry));
      }
      var people = Set.of(1L, 2L);
      other.run(
          em -> {
            var first = LogList.query(asked(""), people).page(em, asked(""));
            var second = page(em, people, first.next());
            var third = page(em, people, second.next());
            assertEquals(second.rows(), page(em, people, third.previous()).rows());
            assertEquals(first.rows(), page(em, people, second.previous()).rows());
          });
    }
  }

  private static ListPage<AuditEntry> page(EntityManager em, Set<Long> people, String url) {
    var asked = asked(URLDecoder.decode(url.substring(url.indexOf('?') + 1), UTF_8));
    return LogList.query(asked, people).page(em, asked);
  }

  @Test
  void takesDaysAsTheyAreInAmsterdam() {
    assertEquals(List.of(REGISTERED), found("until=2026-11-26"));
    assertEquals(List.of(PARTNER, OTHER, UNDONE), found("from=27-11-2026"));
    assertEquals(List.of(REGISTERED), found("from=2026-11-26&until=2026-11-26"));
    assertEquals(List.of(REGISTERED), found("partner=5&until=2026-11-26"));
    // the day on which summer time ends has 25 hours
    assertEquals(
        Duration.ofHours(25),
        Duration.between(
            Period.startOf(java.time.LocalDate.of(2026, 10, 25)),
            Period.startOf(java.time.LocalDate.of(2026, 10, 26))));
  }

  @Test
  void saysWhichDateIsNone() {
    for (String wrong : List.of("2026-02-30", "gisteren", "0001-01-01", "999999999-01-01")) {
      var errors = new FormErrors();
      assertNull(Period.read(asked("from=" + wrong), errors).from(), wrong);
      assertEquals("audit.log.date.wrong", errors.of("from").key());
    }
    var errors = new FormErrors();
    Period.read(asked("from=2026-11-27&until=2026-11-26"), errors);
    assertEquals("audit.log.period.wrong", errors.of("until").key());
    errors = new FormErrors();
    Period.read(asked("from=2026-11-26&until=2026-11-26"), errors);
    assertTrue(errors.isEmpty());
  }

  @Test
  void pagesByKeyWithoutLosingOrRepeatingAnEntry() {
    try (var own = new TestDatabase(AuditEntry.class)) {
      own.run(
          em -> {
            for (int i = 0; i < 60; i++) {
              // ten at the same moment: the time alone is no key
              var at = LAST_SECOND.plusSeconds(i / 10);
              var act = new Done(new Subject("domain", i, "naam" + i), 5L);
              em.persist(new AuditEntry(act, new Actor(), "2016-12-19", at));
            }
          });
      for (String query : List.of("", "partner=5&")) {
        var seen = new HashSet<Long>();
        String after = null;
        int pages = 0;
        do {
          String url = query + (after == null ? "" : "after=" + after);
          var rows =
              own.in(
                  em -> {
                    var list = new Wired(em).get(LogList.class);
                    return list.page(asked(url), new FormErrors());
                  });
          rows.rows().forEach(e -> assertTrue(seen.add(e.getSubjectId()), "twice"));
          after = rows.lastKey();
          pages++;
        } while (after != null);
        assertEquals(60, seen.size());
        assertEquals(3, pages);
      }
    }
  }

  @Test
  void keepsTheFilterInTheUrlOfTheNextPage() {
    var page = read("partner=5&person=Sanne de Wit&from=26-11-2026");
    assertEquals(
        "/backoffice/log?from=2026-11-26&person=Sanne+de+Wit&partner=5&after=9",
        page.request().next("9"));
  }

  @Test
  void leavesOutWhatTheUrlCannotMean() {
    var page = read("partner=x&after=-1&subject=a\0b&act=" + "a".repeat(301));
    assertEquals(LogResource.PATH, page.request().first());
    assertFalse(page.isNarrowed());
    assertNull(page.first(), "the list from its beginning");
    assertEquals(4, page.rows().size());
  }

  private static ListPage<AuditEntry> read(String query) {
    return database.in(
        em -> {
          var list = new Wired(em).get(LogList.class);
          return list.page(asked(query), new FormErrors());
        });
  }
}
