package nl.poort25.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.account.Scope;
import nl.poort25.database.TestDatabase;
import nl.poort25.list.BoundedCount;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListRequest;
import nl.poort25.network.Connection;
import nl.poort25.ticket.Ticket.Matter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which tickets a list shows, in which order, page by page. */
@Tag(TestDatabase.TAG)
class TicketListTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private final TestDatabase database =
      new TestDatabase(
          Ticket.class, Partner.class, Account.class, Customer.class, Connection.class);
  private long partner;
  private long other;
  private long me;
  private int count;

  @AfterEach
  void close() {
    database.close();
  }

  @BeforeEach
  void people() {
    database.run(
        em -> {
          var first = new Partner("Havenkantoor ICT", NOW);
          var second = new Partner("Polder Networks", NOW);
          var karim = new Account(null, "k@routit.example", "K", Set.of(Role.REVIEWER), "nl", NOW);
          em.persist(first);
          em.persist(second);
          em.persist(karim);
          partner = first.getId();
          other = second.getId();
          me = karim.getId();
        });
  }

  /** What becomes of a ticket after it was filed. */
  private interface Fate {
    void happen(Ticket ticket, Account me);
  }

  private String file(long of, Matter matter, Duration untilDue, Fate fate) {
    String number = "T-" + ++count;
    database.run(
        em -> {
          var due = untilDue == null ? null : new Deadline(NOW.plus(untilDue), "business");
          var received = NOW.minusSeconds(1000 - count);
          var ticket =
              new Ticket(
                  number, matter, em.find(Partner.class, of), null, null, "x", 0, due, received);
          em.persist(ticket);
          fate.happen(ticket, em.find(Account.class, me));
        });
    return number;
  }

  private String due(int hours) {
    return file(partner, Matter.EXEMPTION, Duration.ofHours(hours), (t, a) -> {});
  }

  private List<String> all(QueueView view, Long of, Matter matter) {
    var numbers = new ArrayList<String>();
    String after = null;
    do {
      var asked = queue(view, after).with("partner", of).with("matter", matter);
      after = page(asked, Scope.ALL, numbers);
    } while (after != null);
    return numbers;
  }

  private static ListRequest queue(QueueView view, String after) {
    return ListRequest.of("/backoffice/tickets").with("view", view).with("after", after);
  }

  private String page(ListRequest asked, Scope scope, List<String> numbers) {
    return database.in(
        em -> {
          var list = new TicketList();
          list.em = em;
          var page = list.page(asked, scope, me, NOW);
          page.rows().forEach(ticket -> numbers.add(ticket.getNumber()));
          return page.lastKey();
        });
  }

  private List<String> all(QueueView view) {
    return all(view, null, null);
  }

  @Test
  void lateComesFirstThenByDeadlineThenWhatHasNone() {
    String later = due(48);
    String none = file(partner, Matter.ABUSE, null, (t, a) -> {});
    String late = due(-1);
    String today = due(3);
    file(partner, Matter.EXEMPTION, Duration.ofHours(1), (t, a) -> t.stop(NOW));
    file(partner, Matter.EXEMPTION, Duration.ofHours(1), (t, a) -> t.close(NOW));
    assertEquals(List.of(late, today, later, none), all(QueueView.ALL));
    assertEquals(List.of(late), all(QueueView.LATE));
    assertEquals(List.of(late, today, later), all(QueueView.ALL, null, Matter.EXEMPTION));
    assertEquals(List.of(none), all(QueueView.ALL, null, Matter.ABUSE));
  }

  private void answered(long hoursAgo, long took, boolean missed, boolean asked) {
    database.run(
        em -> {
          var account = em.find(Account.class, me);
          var closed = NOW.minus(Duration.ofHours(hoursAgo));
          var received = closed.minus(Duration.ofMinutes(took));
          var due = new Deadline(missed ? closed.minusSeconds(1) : closed, "business");
          var ticket =
              new Ticket(
                  "A-" + ++count,
                  Matter.EXEMPTION,
                  em.find(Partner.class, partner),
                  null,
                  asked ? account : null,
                  "x",
                  0,
                  due,
                  received);
          em.persist(ticket);
          ticket.close(TicketOutcome.REJECTED, closed);
        });
  }

  /** Asked by somebody, and not answered yet. */
  private void waits(int hoursLate, Fate fate) {
    database.run(
        em -> {
          var due = new Deadline(NOW.minus(Duration.ofHours(hoursLate)), "business");
          var account = em.find(Account.class, me);
          var received = NOW.minus(Duration.ofDays(9));
          var whose = em.find(Partner.class, partner);
          var ticket =
              new Ticket(
                  "W-" + ++count, Matter.EXEMPTION, whose, null, account, "x", 0, due, received);
          em.persist(ticket);
          fate.happen(ticket, account);
        });
  }

  /** It said 100 % beside a ticket four days late. */
  @Test
  void promptnessCountsWhatIsLateOrHasMissedATermAndWaitsStill() {
    answered(1, 100, false, true);
    waits(-3, (ticket, account) -> {});
    assertEquals("100.0", promptness().percentage().toString(), "in time still");
    waits(96, (ticket, account) -> {});
    assertEquals(new ResponseTimes(1, 1, 1, Duration.ofMinutes(100)), promptness());
    assertEquals("50.0", promptness().percentage().toString());
    assertEquals("ticket.prompt.late", promptness().text().key());
    waits(24, (ticket, account) -> ticket.stop(NOW));
    assertEquals(2, promptness().late(), "the term was missed before the question was asked");
    waits(
        24,
        (ticket, account) -> {
          ticket.stop(NOW);
          ticket.resume(new Deadline(NOW.plusSeconds(3600), "business"));
        });
    assertEquals(3, promptness().late(), "nor does a new term undo that");
    waits(-3, (ticket, account) -> ticket.hold(NOW));
    assertEquals(3, promptness().late(), "an investigation holds it");
  }

  @Test
  void promptnessIsOfLateOnesAloneWhereNothingWasDealtWith() {
    waits(96, (ticket, account) -> {});
    assertEquals("ticket.prompt.late-only", promptness().text().key());
  }

  /** Only "open" or "rejected" meets the term (4.9). */
  @Test
  void whatThePartnerWithdrewIsNoAnswer() {
    answered(1, 100, false, true);
    waits(-3, (ticket, account) -> ticket.close(TicketOutcome.WITHDRAWN, NOW.minusSeconds(60)));
    waits(-3, (ticket, account) -> ticket.close(TicketOutcome.ENDED, NOW.minusSeconds(60)));
    assertEquals(new ResponseTimes(1, 1, 0, Duration.ofMinutes(100)), promptness());
    waits(96, (ticket, account) -> ticket.close(TicketOutcome.WITHDRAWN, NOW.minusSeconds(60)));
    assertEquals(2, promptness().dealtWith(), "it was late when it was withdrawn");
    assertEquals(1, promptness().onTime());
  }

  private ResponseTimes promptness() {
    return database.in(
        em -> {
          ResponseTimeQuery.ANSWERED.invalidateAll();
          var responseTimes = new ResponseTimeQuery();
          responseTimes.em = em;
          return responseTimes.recent(NOW);
        });
  }

  /** Staff's home was a 500 for everybody from the 26th on. */
  @Test
  void whatHasNoTermIsPagedToo() {
    for (int i = 0; i < 30; i++) {
      due(1 + i);
    }
    var all = all(QueueView.ALL);
    for (int i = 0; i < 60; i++) {
      all.add(file(partner, Matter.ABUSE, null, (t, a) -> {}));
    }
    assertEquals(90, all.size());
    assertEquals(all, all(QueueView.ALL));
    assertEquals(all, all(QueueView.UNASSIGNED));
    assertEquals(all, all(QueueView.ALL, partner, null));
    assertEquals(all.subList(30, 90), all(QueueView.ALL, null, Matter.ABUSE));
    assertEquals(List.of(), all(QueueView.LATE));
    assertEquals(all, backwards(QueueView.ALL), "back over the border of the two");
  }

  /** From the last page to the first, put in order again. */
  private List<String> backwards(QueueView view) {
    ListPage<Ticket> page = page(queue(view, null));
    while (page.next() != null) {
      page = page(queue(view, page.lastKey()));
    }
    var numbers = numbers(page);
    while (page.previous() != null) {
      page = page(queue(view, null).with("before", page.firstKey()));
      numbers.addAll(0, numbers(page));
    }
    return numbers.subList(numbers.size() - 90, numbers.size());
  }

  private ListPage<Ticket> page(ListRequest asked) {
    return database.in(
        em -> {
          var list = new TicketList();
          list.em = em;
          return list.page(asked, Scope.ALL, me, NOW);
        });
  }

  private static List<String> numbers(ListPage<Ticket> page) {
    return page.rows().stream().map(Ticket::getNumber).collect(Collectors.toList());
  }

  @Test
  void promptnessIsNothingWhereNothingWasDealtWith() {
    due(3);
    file(partner, Matter.ABUSE, null, (t, a) -> t.close(NOW));
    answered(91 * 24, 60, false, true);
    answered(2, 60, false, false);
    assertEquals(new ResponseTimes(0, 0, 0, null), promptness());
    assertEquals("ticket.prompt.none", promptness().text().key());
  }

  @Test
  void promptnessIsOfTheLastNinetyDays() {
    answered(1, 100, false, true);
    answered(30 * 24, 310, false, true);
    answered(89 * 24, 4000, true, true);
    assertEquals(new ResponseTimes(3, 2, 0, Duration.ofMinutes(310)), promptness());
    assertEquals("66.6", promptness().percentage().toString());
    answered(3, 330, false, true);
    assertEquals(
        new ResponseTimes(4, 3, 0, Duration.ofMinutes(320)), promptness(), "between the two");
    answered(91 * 24, 1, true, true);
    assertEquals(4, promptness().dealtWith());
  }

  @Test
  void eachViewHasItsOwn() {
    String mine = file(partner, Matter.EXEMPTION, Duration.ofHours(1), (t, a) -> t.assign(a, null));
    String nobodys = due(2);
    String waiting =
        file(partner, Matter.EXEMPTION, Duration.ofHours(3), (t, a) -> t.stop(NOW.minusSeconds(9)));
    String longer =
        file(
            partner, Matter.EXEMPTION, Duration.ofHours(3), (t, a) -> t.stop(NOW.minusSeconds(99)));
    String closed =
        file(
            partner, Matter.EXEMPTION, Duration.ofHours(4), (t, a) -> t.close(NOW.minusSeconds(9)));
    String closedLast =
        file(
            partner, Matter.EXEMPTION, Duration.ofHours(4), (t, a) -> t.close(NOW.minusSeconds(1)));
    assertEquals(List.of(mine), all(QueueView.MINE));
    assertEquals(List.of(nobodys), all(QueueView.UNASSIGNED));
    assertEquals(List.of(longer, waiting), all(QueueView.WAITING));
    assertEquals(List.of(closedLast, closed), all(QueueView.CLOSED));
  }

  @Test
  void isNarrowedToAPartnerInEveryView() {
    due(1);
    String theirs = file(other, Matter.EXEMPTION, Duration.ofHours(-2), (t, a) -> {});
    for (QueueView view : List.of(QueueView.ALL, QueueView.LATE, QueueView.UNASSIGNED)) {
      assertEquals(List.of(theirs), all(view, other, Matter.EXEMPTION), view.name());
      assertEquals(List.of(), all(view, other, Matter.ABUSE), view.name());
    }
    assertEquals(List.of(), all(QueueView.UNANSWERED, other, null));
  }

  @Test
  void pagesByKeyWithoutLosingOrRepeatingTicketsOfTheSameMoment() {
    var due = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      due.add(due(1 + i / 40));
    }
    for (QueueView view : List.of(QueueView.ALL, QueueView.UNASSIGNED)) {
      assertEquals(due, all(view), view.name());
    }
    var newest = new ArrayList<String>();
    String after = null;
    do {
      var asked = ListRequest.of("/tickets").with("after", after);
      after = page(asked, Scope.of(partner), newest);
    } while (after != null);
    due.sort(
        (a, b) ->
            Integer.compare(Integer.parseInt(b.substring(2)), Integer.parseInt(a.substring(2))));
    assertEquals(due, newest);
    var open = new ArrayList<String>();
    page(ListRequest.of("/tickets").with("state", "open"), Scope.of(partner), open);
    assertEquals(due.subList(0, 25), open);
  }

  @Test
  void aKeyThatNoPageMadeBeginsTheList() {
    String only = due(1);
    for (String after :
        List.of(
            "x",
            "1",
            ":",
            "1~x",
            "99999999999999999999~1",
            "0~+10000-01-01T00:00:00Z~1",
            "0~1969-12-31T23:59:59Z~1",
            "0~2026-11-26~1",
            "2~2026-11-26T09:00:00Z~1",
            "x~2026-11-26T09:00:00Z~1",
            "0~2026-11-26T09:00:00Z~99999999999999999999")) {
      var numbers = new ArrayList<String>();
      page(queue(QueueView.ALL, after), Scope.ALL, numbers);
      assertEquals(List.of(only), numbers, after);
    }
  }

  @Test
  void countsOnlyAsFarAsAnybodyReads() {
    for (int i = 0; i < ListPage.COUNTED + 5; i++) {
      due(1);
    }
    database.run(
        em -> {
          var list = new TicketList();
          list.em = em;
          var counts = list.count(List.of(QueueView.values()), me, NOW);
          assertEquals(new BoundedCount(ListPage.COUNTED, true), counts.get(QueueView.ALL));
          assertNull(counts.get(QueueView.LATE));
          assertNull(counts.get(QueueView.MINE));
        });
  }
}
