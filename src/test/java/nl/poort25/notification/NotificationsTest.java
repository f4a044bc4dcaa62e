package nl.poort25.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.database.TestDatabase;
import nl.poort25.database.Wired;
import nl.poort25.mx.Unheard;
import nl.poort25.outbox.OutboxMail;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each account is told as it has chosen, and in the morning of all that has waited at once. */
@Tag(TestDatabase.TAG)
class NotificationsTest {
  private static final Instant EVENING = Instant.parse("2026-11-30T20:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-12-01T06:30:00Z");
  private static final Map<String, String> ARGUMENTS =
      Map.of("number", "P25-2026-0001", "partner", "Polder", "about", "192.0.2.1", "path", "/x");

  private TestDatabase database;
  private Instant now = EVENING;
  private long karim;

  @BeforeEach
  void begin() {
    database =
        new TestDatabase(
            Account.class,
            Partner.class,
            Customer.class,
            OutboxMail.class,
            NotificationChoice.class,
            DigestItem.class);
    karim = database.in(em -> staff(em, "karim@x.example", Role.REVIEWER));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static long staff(EntityManager em, String email, Role role) {
    var account = new Account(null, email, "Karim Bos", Set.of(role), "nl", EVENING);
    em.persist(account);
    return account.getId();
  }

  private Wired beans(EntityManager em) {
    return new Wired(em)
        .with(InstantSource.class, () -> now)
        .with(Settings.class, new Settings(key -> Optional.empty()))
        .with(Event.class, new Unheard<>());
  }

  private void choose(NotificationKind kind, NotificationWay way) {
    database.run(em -> beans(em).get(NotificationChoices.class).choose(karim, Map.of(kind, way)));
  }

  private void tell(NotificationKind kind) {
    database.run(
        em ->
            beans(em)
                .get(Notifications.class)
                .tell(em.find(Account.class, karim), kind, "/x", "ticket-asked", ARGUMENTS));
  }

  private void inTheMorning(Consumer<Digests> work) {
    database.run(em -> work.accept(beans(em).get(Digests.class)));
  }

  private List<OutboxMail> mails() {
    return database.in(
        em ->
            em.createQuery("select m from OutboxMail m order by m.id", OutboxMail.class)
                .getResultList());
  }

  private long waiting() {
    return database.in(
        em -> em.createQuery("select count(i) from DigestItem i", Long.class).getSingleResult());
  }

  @ParameterizedTest
  @EnumSource(NotificationWay.class)
  void isToldAsItHasChosen(NotificationWay way) {
    choose(NotificationKind.REQUEST, way);
    tell(NotificationKind.REQUEST);
    assertEquals(way == NotificationWay.AT_ONCE ? 1 : 0, mails().size());
    assertEquals(way == NotificationWay.DIGEST ? 1 : 0, waiting());
  }

  @ParameterizedTest
  @EnumSource(NotificationKind.class)
  void withoutAChoiceItIsToldInTheUsualWay(NotificationKind kind) {
    tell(kind);
    assertEquals(kind.getUsual() == NotificationWay.AT_ONCE ? 1 : 0, mails().size());
    assertEquals(kind.getUsual() == NotificationWay.DIGEST ? 1 : 0, waiting());
  }

  @Test
  void whatIsNotOfItsRolesCannotBeChosen() {
    choose(NotificationKind.ALARM, NotificationWay.OFF);
    choose(NotificationKind.ORDER, NotificationWay.OFF);
    choose(NotificationKind.ORDER, NotificationWay.AT_ONCE);
    var expected = new EnumMap<NotificationKind, NotificationWay>(NotificationKind.class);
    NotificationKind.of(Set.of(Role.REVIEWER)).forEach(k -> expected.put(k, k.getUsual()));
    expected.put(NotificationKind.ORDER, NotificationWay.AT_ONCE);
    assertEquals(
        expected,
        database.in(
            em -> beans(em).get(NotificationChoices.class).of(em.find(Account.class, karim))));
    assertFalse(expected.containsKey(NotificationKind.ALARM));
  }

  @Test
  void theMailOfTheMorningHasAllThatHasWaitedAndIsWrittenOnce() {
    choose(NotificationKind.REQUEST, NotificationWay.DIGEST);
    tell(NotificationKind.REQUEST);
    tell(NotificationKind.ORDER);
    now = MORNING.plusSeconds(1);
    tell(NotificationKind.ORDER); // for the next morning
    inTheMorning(digests -> assertEquals(List.of(karim), digests.waiting(MORNING)));
    inTheMorning(digests -> digests.send(karim, MORNING));
    inTheMorning(digests -> digests.send(karim, MORNING));
    var mails = mails();
    assertEquals(1, mails.size());
    assertEquals("digest", mails.get(0).getTemplate());
    assertTrue(mails.get(0).getSubject().contains("2"), mails.get(0).getSubject());
    assertEquals(1, waiting());
    inTheMorning(digests -> assertEquals(List.of(), digests.waiting(MORNING)));
  }

  @Test
  void ofMoreThanAMailTakesTheFirstAreNamed() {
    IntStream.rangeClosed(0, Digests.MOST).forEach(i -> tell(NotificationKind.ORDER));
    inTheMorning(digests -> digests.send(karim, MORNING));
    assertEquals("digest-first", mails().get(0).getTemplate());
    assertEquals(0, waiting());
  }

  @Test
  void whoIsLockedGetsNone() {
    tell(NotificationKind.ORDER);
    database.run(
        em ->
            em.createQuery("update Account a set a.locked = true where a.id = :id")
                .setParameter("id", karim)
                .executeUpdate());
    inTheMorning(digests -> digests.send(karim, MORNING));
    assertEquals(List.of(), mails());
    assertEquals(0, waiting());
  }
}
