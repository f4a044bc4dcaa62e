package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.account.SecretToken;
import nl.poort25.database.TestDatabase;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(TestDatabase.TAG)
class SessionsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Session.From FROM = new Session.From("192.0.2.1", "Mozilla/5.0\u0007é");

  private TestDatabase database;
  private Account jan;

  @BeforeEach
  void setUp() {
    database = new TestDatabase(Account.class, Partner.class, Session.class);
    database.run(
        em -> {
          var partner = new Partner("Havenkantoor", NOW);
          em.persist(partner);
          jan = new Account(partner, "jan@x.example", "Jan", Set.of(Role.PARTNER_USER), "nl", NOW);
          jan.setPassword("hash");
          em.persist(jan);
        });
  }

  @AfterEach
  void tearDown() {
    database.close();
  }

  @Test
  void isGoodWhileItIsUsedAndEndsAfterTheIdleTime() {
    var begun = begin(false, NOW);
    assertTrue(isGood(begun, at(Duration.ofMinutes(29))));
    assertFalse(isGood(begun, at(Duration.ofMinutes(30))));
    use(begun, at(Duration.ofMinutes(29)));
    assertTrue(isGood(begun, at(Duration.ofMinutes(58))));
    assertFalse(isGood(begun, at(Duration.ofMinutes(59))));
  }

  @Test
  void endsAfterItsLongestTimeHoweverMuchItIsUsed() {
    var begun = begin(false, NOW);
    use(begun, at(Duration.ofMinutes(12 * 60 - 1)));
    assertTrue(isGood(begun, at(Duration.ofSeconds(12 * 3600 - 1))));
    assertFalse(isGood(begun, at(Duration.ofHours(12))));
  }

  @Test
  void staysGoodWhereTheClockIsSetBackAndLastsNoLongerForThat() {
    var begun = begin(false, NOW);
    var back = NOW.minusSeconds(3600);
    assertTrue(isGood(begun, back));
    assertFalse(isGood(begun, NOW.minus(Duration.ofHours(13))));
    use(begun, back);
    assertTrue(isGood(begun, back.plus(Duration.ofMinutes(29))));
    assertFalse(isGood(begun, back.plus(Duration.ofMinutes(31))), "idle since then");
  }

  @Test
  void isOfNobodyWhoseAccountHasChangedOrIsLocked() {
    var begun = begin(false, NOW);
    database.run(em -> em.find(Account.class, jan.getId()).setPassword("other"));
    assertFalse(isGood(begun, NOW));
    database.run(em -> jan = em.find(Account.class, jan.getId()));
    var anew = begin(false, NOW);
    assertTrue(isGood(anew, NOW));
    database.run(em -> em.find(Partner.class, jan.getPartner().getId()).lock());
    assertFalse(isGood(anew, NOW));
  }

  @Test
  void thatIsHalfOpensNothingButTheSecondStep() {
    var half = begin(true, NOW);
    assertFalse(isGood(half, NOW));
    assertTrue(with(s -> s.findHalf(half.token())).isPresent());
    assertTrue(with(s -> s.findHalf(begin(false, NOW).token())).isEmpty());
  }

  @Test
  void endsOnceAndEndsTheOneBefore() {
    var begun = begin(false, NOW);
    assertTrue(holds(s -> s.end(begun.token(), NOW)));
    assertFalse(holds(s -> s.end(begun.token(), NOW)));
    assertFalse(isGood(begun, NOW));
    var before = begin(false, NOW);
    var after = with(s -> s.begin(jan, false, Optional.of(before.token()), FROM, NOW));
    assertFalse(isGood(before, NOW));
    assertTrue(isGood(after, NOW));
  }

  @Test
  void endsOthersOfTheSameAccountOnly() {
    var own = begin(false, NOW);
    var other = begin(false, NOW);
    long nobody = jan.getId() + 1;
    assertFalse(holds(s -> s.end(nobody, other.id(), NOW)));
    assertEquals(2, with(s -> s.of(jan.getId(), 10, NOW)).size());
    assertTrue(holds(s -> s.endOthers(jan.getId(), own.id(), NOW) == 1));
    assertTrue(isGood(own, NOW));
    assertFalse(isGood(other, NOW));
  }

  @Test
  void givesASecretOnceAndOnlyToItsToken() {
    var begun = begin(false, NOW);
    var other = SecretToken.generate();
    store(s -> s.keep(begun.id(), begun.token(), "codes", "2345-6789"));
    store(s -> s.keep(begun.id(), begun.token(), "more", "x"));
    String stored = database.in(em -> kept(em, begun.id()));
    assertFalse(stored.contains("2345") || stored.contains("codes"), stored);
    assertEquals(Optional.empty(), stored(s -> s.take(begun.id(), other, "codes")));
    assertEquals(Optional.of("2345-6789"), stored(s -> s.take(begun.id(), begun.token(), "codes")));
    assertEquals(Optional.empty(), stored(s -> s.take(begun.id(), begun.token(), "codes")));
    assertEquals("x", stored(s -> s.kept(begun.id(), begun.token())).get("more"));
  }

  @Test
  void dropsOnlyTheSentenceThatWasShown() {
    var begun = begin(false, NOW);
    store(s -> s.keepFlash(begun.id(), "[\"first\"]"));
    store(s -> s.keepFlash(begun.id(), "[\"second\"]"));
    store(s -> s.dropFlash(begun.id(), "[\"first\"]"));
    assertEquals("[\"second\"]", with(s -> s.find(begun.token(), NOW)).get().flash());
    store(s -> s.dropFlash(begun.id(), "[\"second\"]"));
    assertNull(with(s -> s.find(begun.token(), NOW)).get().flash());
  }

  @Test
  void sweepsWhatIsLongOverAndNothingElse() {
    for (int i = 0; i < 501; i++) {
      begin(false, NOW);
    }
    var later = at(Duration.ofHours(37));
    var good = begin(false, later);
    assertTrue(holds(s -> s.sweep(later)));
    assertFalse(holds(s -> s.sweep(later)));
    assertTrue(isGood(good, later));
    long left =
        database.in(
            em -> em.createQuery("select count(s) from Session s", Long.class).getSingleResult());
    assertEquals(1, left);
  }

  @Test
  void keepsNoCharactersOfAStranger() {
    begin(false, NOW);
    assertEquals("Mozilla/5.0??", with(s -> s.of(jan.getId(), 1, NOW)).get(0).getUserAgent());
  }

  private static Instant at(Duration after) {
    return NOW.plus(after);
  }

  private static String kept(EntityManager em, long id) {
    return (String)
        em.createNativeQuery("select kept from account_session where id = " + id).getSingleResult();
  }

  private Sessions.Begun begin(boolean half, Instant now) {
    return with(s -> s.begin(jan, half, Optional.empty(), FROM, now));
  }

  private boolean isGood(Sessions.Begun begun, Instant now) {
    return with(s -> s.find(begun.token(), now)).isPresent();
  }

  private void use(Sessions.Begun begun, Instant now) {
    run(s -> s.recordUse(begun.id(), now));
  }

  private void store(Consumer<SessionStorage> work) {
    stored(
        s -> {
          work.accept(s);
          return null;
        });
  }

  private <T> T stored(Function<SessionStorage, T> work) {
    return database.in(
        em -> {
          var storage = new SessionStorage();
          storage.em = em;
          return work.apply(storage);
        });
  }

  private boolean holds(Predicate<Sessions> question) {
    return with(question::test);
  }

  private void run(Consumer<Sessions> work) {
    with(
        s -> {
          work.accept(s);
          return null;
        });
  }

  private <T> T with(Function<Sessions, T> work) {
    return database.in(
        em -> {
          var sessions = new Sessions(new Settings(key -> Optional.empty()));
          sessions.em = em;
          return work.apply(sessions);
        });
  }
}
