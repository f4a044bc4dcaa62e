package nl.poort25.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.database.TestDatabase;
import nl.poort25.list.ListUnion;
import nl.poort25.outbox.Undelivered.Retry;
import nl.poort25.round.RoundRun;
import nl.poort25.web.Conflict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The way of a mail through the real tables, with a channel that does as it is told. */
@Tag(TestDatabase.TAG)
class MailDeliveryTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static TestDatabase database;
  private static long account;

  private Instant now = NOW;
  private final List<RenderedMail> taken = new ArrayList<>();
  private Undelivered answer;
  private final MailQueue queue = new TransactionalQueue();
  private final MailDelivery round = round(queue, this::deliver);

  @BeforeAll
  static void open() {
    database = new TestDatabase(OutboxMail.class, Account.class, Partner.class);
    var ans = new Account(null, "ans@haven.example", "Ans", Set.of(Role.AUDITOR), "nl", NOW);
    database.run(em -> em.persist(ans));
    account = ans.getId();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database.run(em -> em.createQuery("delete from OutboxMail").executeUpdate());
  }

  /** What {@code @Transactional} does in the container. */
  private final class TransactionalQueue extends MailQueue {
    TransactionalQueue() {
      super(() -> now);
    }

    private <T> T in(Function<EntityManager, T> work) {
      return database.in(
          em -> {
            this.em = em;
            return work.apply(em);
          });
    }

    @Override
    Optional<OutboxMail> claim() {
      return in(em -> super.claim());
    }

    @Override
    void markSent(long id) {
      in(
          em -> {
            super.markSent(id);
            return null;
          });
    }

    @Override
    void markFailed(OutboxMail claim, Undelivered why) {
      in(
          em -> {
            super.markFailed(claim, why);
            return null;
          });
    }
  }

  private static MailDelivery round(MailQueue queue, MailTransport channel) {
    return new MailDelivery(
        queue,
        MailRendererTest.letters(),
        (purpose, id) -> new AccessLinks.Link("https://x/" + purpose + id, Instant.EPOCH),
        channel);
  }

  private static RoundRun whole() {
    return new RoundRun(Duration.ofMinutes(5), () -> false);
  }

  private void deliver(RenderedMail letter) throws Undelivered {
    taken.add(letter);
    if (answer != null) {
      throw answer;
    }
  }

  private long write(String messageId, boolean link) {
    var mail =
        new OutboxMail(
            messageId,
            "ans@haven.example",
            "nl",
            link ? "invitation" : "plain",
            Map.of("domain", "zeil.example", "name", "Ans"),
            "Over zeil.example",
            now);
    database.run(em -> em.persist(mail));
    return mail.getId();
  }

  private OutboxMail read(long id) {
    return database.in(em -> em.find(OutboxMail.class, id));
  }

  @Test
  void sendsWhatIsDueOnceAndInOrder() {
    long first = write("<1@x>", false);
    long second = write("<2@x>", false);
    round.sendDue(whole());
    round.sendDue(whole());
    assertEquals(List.of("<1@x>", "<2@x>"), taken.stream().map(RenderedMail::messageId).toList());
    assertEquals(OutboxMailState.SENT, read(first).getState());
    assertEquals(NOW, read(second).getSentAt());
    assertNull(read(second).getNextTryAt());
  }

  @Test
  void leavesTheRestToTheNextRoundWhenItsTimeIsOver() {
    write("<1@x>", false);
    long second = write("<2@x>", false);
    round.sendDue(new RoundRun(Duration.ofMinutes(5), () -> !taken.isEmpty()));
    assertEquals(1, taken.size());
    assertEquals(OutboxMailState.WAITING, read(second).getState());
    assertEquals(0, read(second).getTries(), "it was not even taken from the queue");
    round.sendDue(whole());
    assertEquals(2, taken.size());
  }

  @Test
  void putsTheLinkIntoTheLetterAndIntoNoColumn() {
    long id = write("<1@x>", true);
    database.run(em -> em.find(OutboxMail.class, id).setLink("invitation", account));
    round.sendDue(whole());
    assertTrue(taken.get(0).body().contains("https://x/invitation" + account));
    var row =
        database.in(
            em ->
                (Object[])
                    em.createNativeQuery("select * from outbox_mail", Object[].class)
                        .getSingleResult());
    for (Object column : row) {
      assertTrue(!String.valueOf(column).contains("https://x/"), String.valueOf(column));
    }
  }

  @Test
  void resendsAfterACrashUnderTheSameMessageId() {
    long id = write("<1@x>", false);
    // the channel has taken the mail, then the process dies before that is recorded
    var dying =
        round(
            queue,
            letter -> {
              taken.add(letter);
              throw new StackOverflowError("power failure");
            });
    assertThrows(StackOverflowError.class, () -> dying.sendDue(whole()));
    assertEquals(OutboxMailState.WAITING, read(id).getState());

    round.sendDue(whole());
    assertEquals(1, taken.size(), "another node must not think yet that it is dead");
    now = NOW.plus(RetrySchedule.CLAIM);
    round.sendDue(whole());
    assertEquals(List.of("<1@x>", "<1@x>"), taken.stream().map(RenderedMail::messageId).toList());
    assertEquals(OutboxMailState.SENT, read(id).getState());
  }

  @Test
  void sendsNothingThatAnotherNodeIsSending() {
    write("<1@x>", false);
    var other = round(queue, letter -> round.sendDue(whole()));
    other.sendDue(whole());
    assertEquals(List.of(), taken);
  }

  @Test
  void takesTheNextMailWhileAnotherNodeTakesTheFirst() {
    write("<1@x>", false);
    write("<2@x>", false);
    database.run(
        em -> {
          var elsewhere = new MailQueue(() -> now);
          elsewhere.em = em;
          assertEquals("<1@x>", elsewhere.claim().orElseThrow().getMessageId());
          // that claim is not committed yet, and nobody waits for it; H2 finds the second only
          // later
          var second = queue.claim().map(OutboxMail::getMessageId).orElse("<2@x>");
          assertEquals("<2@x>", second);
        });
  }

  @Test
  void triesAgainWithGrowingPausesAndGivesUp() {
    long id = write("<1@x>", false);
    answer = new Undelivered(Retry.LATER, "451 disk full");
    for (int tries = 1; tries <= 10; tries++) {
      assertEquals(OutboxMailState.WAITING, read(id).getState());
      now = read(id).getNextTryAt().minusMillis(1);
      round.sendDue(whole());
      assertEquals(tries - 1, taken.size(), "too early");
      now = now.plusMillis(1);
      round.sendDue(whole());
      assertEquals(tries, taken.size());
      assertEquals("451 disk full", read(id).getLastError());
    }
    assertEquals(OutboxMailState.GIVEN_UP, read(id).getState());
    assertNotNull(read(id).getGivenUpAt());
    assertNull(read(id).getNextTryAt());
  }

  @Test
  void givesUpAtOnceWhatIsRefusedForGood() {
    long id = write("<1@x>", false);
    answer = new Undelivered(Retry.NEVER, "550 no such user");
    round.sendDue(whole());
    assertEquals(OutboxMailState.GIVEN_UP, read(id).getState());
    assertEquals(1, read(id).getTries());
  }

  @Test
  void goesOnWithTheNextMailAfterARefusedOne() {
    write("<1@x>", false);
    write("<2@x>", false);
    answer = new Undelivered(Retry.LATER, "450 greylisted");
    round.sendDue(whole());
    assertEquals(2, taken.size());
  }

  @Test
  void leavesTheRestForTheNextRoundWhenTheServerIsDown() {
    write("<1@x>", false);
    long second = write("<2@x>", false);
    answer = new Undelivered(Retry.NO_SERVER, "connection refused");
    round.sendDue(whole());
    assertEquals(1, taken.size());
    assertEquals(0, read(second).getTries());
  }

  @Test
  void givesUpAMailWhoseTextIsGone() {
    var mail = MailRendererTest.mail("removed", Map.of());
    database.run(em -> em.persist(mail));
    round.sendDue(whole());
    assertEquals(OutboxMailState.GIVEN_UP, read(mail.getId()).getState());
    assertEquals("no text for mail.removed.body", read(mail.getId()).getLastError());
  }

  @Test
  void survivesAFaultInTheChannel() {
    long id = write("<1@x>", false);
    var faulty =
        round(
            queue,
            letter -> {
              if (taken.isEmpty()) {
                taken.add(letter);
                throw new IllegalStateException("a fault");
              }
            });
    assertThrows(IllegalStateException.class, () -> faulty.sendDue(whole()));
    now = NOW.plus(Duration.ofDays(1));
    faulty.sendDue(whole());
    assertEquals(OutboxMailState.SENT, read(id).getState());
  }

  @Test
  void isTriedAgainByStaffOnlyOnceGivenUp() {
    long id = write("<1@x>", false);
    assertThrows(Conflict.class, () -> read(id).tryAgain(now));
    answer = new Undelivered(Retry.NEVER, "550 no such user");
    round.sendDue(whole());
    answer = null;
    database.run(em -> em.find(OutboxMail.class, id).tryAgain(now));
    round.sendDue(whole());
    assertEquals(OutboxMailState.SENT, read(id).getState());
    assertNull(read(id).getLastError());
    assertThrows(Conflict.class, () -> read(id).dismiss());
  }

  @Test
  void countsWhatStaffShouldLookAt() {
    long lost = write("<1@x>", false);
    write("<2@x>", false);
    assertEquals(0, troubledAfter(Duration.ofMinutes(14)));
    assertEquals(2, troubledAfter(Duration.ofMinutes(16)));
    database.run(
        em ->
            em.find(OutboxMail.class, lost)
                .markFailed(new Undelivered(Retry.NEVER, "550 no such user"), NOW));
    assertEquals(1, troubledAfter(Duration.ZERO));
    database.run(em -> em.find(OutboxMail.class, lost).dismiss());
    assertEquals(0, troubledAfter(Duration.ZERO));
    round.sendDue(whole());
    assertEquals(0, troubledAfter(Duration.ofDays(1)));
  }

  private static long troubledAfter(Duration passed) {
    return database.in(
        em -> {
          var outbox = new Outbox(null, null, () -> NOW.plus(passed), null);
          outbox.em = em;
          var lists = new ListUnion<String>();
          outbox.troubled().forEach(list -> lists.add("troubled", list));
          return lists.count(em, 100).get("troubled").number();
        });
  }
}
