package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import nl.poort25.database.TestDatabase;
import nl.poort25.database.Wired;
import nl.poort25.list.ListRequest;
import nl.poort25.list.PartnerChoice;
import nl.poort25.list.PartnerChoices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(TestDatabase.TAG)
class PartnerChoicesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static TestDatabase database;
  private static Partner haven;
  private static Partner havenkantoor;

  @BeforeAll
  static void fill() {
    database = new TestDatabase(Partner.class);
    database.run(
        em -> {
          haven = new Partner("Haven", NOW);
          havenkantoor = new Partner("Havenkantoor", NOW);
          em.persist(haven);
          em.persist(havenkantoor);
          em.persist(new Partner("Polder 50%", NOW));
          em.persist(new Partner("Polder 507", NOW));
        });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static PartnerChoice read(String typed) {
    return database.in(em -> read(new Wired(em).get(PartnerChoices.class), typed));
  }

  private static PartnerChoice read(PartnerChoices choices, String typed) {
    var query = new MultivaluedHashMap<String, String>();
    query.putSingle("partner", typed);
    return choices.read(query);
  }

  private static Long asked(PartnerChoice choice) {
    return choice.in(ListRequest.of("/list")).number("partner");
  }

  @Test
  void isEveryPartnerWhereNothingIsTyped() {
    var all = read(" ");
    assertNull(all.id());
    assertFalse(all.isUnknown());
    assertNull(asked(all));
    assertEquals(List.of("Haven", "Havenkantoor", "Polder 50%", "Polder 507"), all.names());
  }

  @Test
  void isFoundByNameInAnyCaseByItsBeginningOrById() {
    assertEquals(haven.getId(), read("haven").id());
    assertEquals(havenkantoor.getId(), read("Havenk").id());
    var byId = read(havenkantoor.getId().toString());
    assertEquals("Havenkantoor", byId.typed());
    assertEquals(havenkantoor.getId(), asked(byId));
  }

  @Test
  void isUnknownWhereNoneOrMoreThanOneIsMeant() {
    for (String typed : List.of("Pol", "zzz", "%", "9999999")) {
      var choice = read(typed);
      assertTrue(choice.isUnknown(), typed);
      assertEquals(typed, choice.typed());
      assertEquals(0L, asked(choice), "the list of nobody");
    }
    assertFalse(read("Polder 50%").isUnknown());
  }

  @Test
  void offersTheNamesThatItKnowsUntilItIsToldOfAnother() {
    try (var other = new TestDatabase(Partner.class)) {
      other.run(em -> em.persist(new Partner("Sluis", NOW)));
      other.run(
          em -> {
            var choices = new Wired(em).get(PartnerChoices.class);
            assertEquals(List.of("Sluis"), read(choices, " ").names());
            long before = other.statements();
            assertEquals(List.of("Sluis"), read(choices, " ").names());
            assertEquals(before, other.statements());
          });
      other.run(em -> em.persist(new Partner("Dam", NOW)));
      other.run(
          em -> {
            var choices = new Wired(em).get(PartnerChoices.class);
            assertEquals(List.of("Sluis"), read(choices, " ").names(), "of a moment ago");
            choices.forget();
            assertEquals(List.of("Dam", "Sluis"), read(choices, " ").names());
          });
    }
  }

  /** Of a hundred and more none are offered, and they are found all the same. */
  @Test
  void isFoundAmongMany() {
    try (var many = new TestDatabase(Partner.class)) {
      many.run(
          em -> IntStream.range(0, 150).forEach(i -> em.persist(new Partner("Partner " + i, NOW))));
      many.run(
          em -> {
            var choices = new Wired(em).get(PartnerChoices.class);
            assertEquals(List.of(), read(choices, " ").names());
            long before = many.statements();
            assertEquals("Partner 1", read(choices, "PARTNER 1").typed());
            assertEquals("Partner 149", read(choices, "partner 149").typed());
            assertTrue(read(choices, "Partner").isUnknown());
            assertTrue(read(choices, "%").isUnknown());
            var found = read(choices, "Partner 77").id();
            assertEquals("Partner 77", read(choices, found.toString()).typed());
            assertEquals(6, many.statements() - before, "one each");
          });
    }
  }
}
