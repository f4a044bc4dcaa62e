package nl.poort25.domain;

import static nl.poort25.domain.PlayedNames.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.database.TestDatabase;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets the mail of a name that changes hands (3.5): see {@link PlayedNames} for the words. */
@Tag(TestDatabase.TAG)
class NameThatChangesHandsTest {
  private static final Instant BEGIN = Instant.parse("2026-11-24T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final TestDatabase DATABASE =
      new TestDatabase(
          Registration.class, Partner.class, Customer.class, NameLock.class, RefusedClaim.class);
  private static Map<String, Long> partners;

  @BeforeAll
  static void meet() {
    partners = DATABASE.in(em -> Map.of("A", partner(em, "A"), "B", partner(em, "B")));
  }

  private static Long partner(jakarta.persistence.EntityManager em, String name) {
    var partner = new Partner(name, BEGIN);
    em.persist(partner);
    return partner.getId();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # its own proof
          A+                                          | -
          A+ wrong right                              | A
          A+ right                                    | -
          A+ right right                              | -
          A+ right wrong right                        | A
          A+ unknown right                            | -
          A+ wrong unknown right                      | A
          A+ txt                                      | A
          A+ both                                     | A
          A+ staff                                    | A
          # withdrawn while the MX point here, and taken by another
          A+ wrong right A- B+                        | -
          A+ wrong right A- B+ right                  | -
          A+ wrong right A- B+ unknown right          | -
          A+ wrong right A- B+ right txt              | B
          A+ wrong right A- B+ right both             | B
          A+ wrong right A- B+ right staff            | B
          A+ wrong right A- B+ wrong right            | B
          A+ txt A- B+ right                          | -
          A+ staff A- B+ right                        | -
          # and taken back by the same
          A+ wrong right A- A+                        | -
          A+ wrong right A- A+ right                  | -
          A+ wrong right A- A+ wrong right            | A
          A+ wrong A- A+ right                        | -
          # somebody was refused it meanwhile
          A+ wrong B+ right                           | -
          A+ B+ wrong right                           | -
          A+ wrong B+^ right                          | -
          A+ wrong B+_ right                          | -
          A+ wrong B+ right txt                       | A
          A+ wrong B+ right staff                     | A
          A+ wrong B+ wrong right                     | -
          A+ wrong B+ A- A+ wrong right               | -
          A+ wrong A+ right                           | A
          # proof that was there stays
          A+ wrong right B+ right                     | A
          A+ txt B+ txt                               | A
          A+ staff B+ wrong right                     | A
          # the one who was refused gets it and proves it, though the other asks again
          A+ B+ A- B+ wrong right                     | B
          A+ B+ A- B+ wrong A+ right                  | -
          A+ B+ A- B+ wrong A+ txt                    | B
          # lost, and back; the other's MX do not bring it back
          A+ wrong right wrong                        | A
          A+ wrong right wrong later wrong            | -
          A+ wrong right wrong right later wrong      | A
          A+ wrong right wrong B+ right later wrong   | -
          A+ wrong right wrong B+ right later right   | -
          A+ wrong right wrong B+ txt later wrong     | A
          A+ txt right right                          | A
          A+ wrong right wrong later wrong right      | A
          # a TXT record that goes while the MX prove nothing
          A+ both right later right                   | -
          A+ both right both later right              | A
          # by staff to another: proven at once, and nothing of the old holder counts
          A+ wrong right >B                           | B
          A+ wrong right >B right                     | B
          A+ >B wrong wrong later wrong               | B
          A+ wrong >B B- A+ right                     | -
          A+ wrong >B B- A+ wrong right               | A
          A+ A+^ wrong right >B                       | B
          A+ wrong right >B >A                        | A
          A+ wrong right >B A+ wrong right            | B
          # above and below
          A+^ A-^ B+ right                            | -
          A+^ A-^ B+ wrong right                      | B
          A+_ A-_ B+ wrong right                      | B
          A+ A+^ B+ wrong right                       | -
          B+^ A+ B-^ A+ wrong right                   | A
          """)
  void getsItsMailOnlyWithItsOwnProof(String text, String mail) {
    assertEquals(mail, after(text, HOUR, false), text);
  }

  /** Two clocks that say the same, or one that stood still: what may be meanwhile counts as it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A+ wrong right                     | A
          A+ wrong right A- B+ right         | -
          A+ wrong right A- B+ wrong right   | -
          A+ wrong B+ right                  | -
          A+ wrong right B+                  | A
          A+ wrong right A- B+ wrong txt     | B
          A+ wrong right >B                  | B
          """)
  void doubtsWhatHappenedAtTheSameMoment(String text, String mail) {
    assertEquals(mail, after(text, Duration.ZERO, false), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A+ wrong right         | -
          A+ wrong right txt     | A
          A+ wrong right staff   | A
          A+ txt right right     | A
          """)
  void isNotProvenByMxThatTheProviderSets(String text, String mail) {
    assertEquals(mail, after(text, HOUR, true), text);
  }

  /** A name that was refused long ago is forgotten, but not within the registration's own time. */
  @Test
  void remembersWhoWasRefusedForAYearBeforeTheRegistration() {
    assertEquals("-", after("A+ B+ A- A+ wrong right", Duration.ofDays(180), false));
    assertEquals("A", after("A+ B+ A- A+ wrong right", Duration.ofDays(190), false));
    assertEquals("-", after("A+ B+ wrong right", Duration.ofDays(3000), false));
  }

  @Test
  void isAsTheArticleSaysInEveryShortOrder() {
    var played = new ArrayList<List<String>>();
    int longest = Trials.of(30) == 30 ? 4 : 3;
    everyOrder(List.of("A+"), longest, played);
    everyOrder(List.of("B+^"), longest, played);
    everyOrder(List.of("B+_"), longest, played);
    assertTrue(played.size() > 500, played.size() + " orders");
    played.forEach(this::isAsTheArticleSays);
  }

  private static final List<String> EVENTS =
      events("A+ B+ A- B- B+^ B-^ B+_ B-_ wrong right txt staff >A >B");

  private static void everyOrder(List<String> begun, int longest, List<List<String>> all) {
    if (begun.size() > longest) {
      all.add(begun);
      return;
    }
    var right = new RightOfAName();
    begun.forEach(right::happens);
    for (String event : EVENTS) {
      if (right.isPossible(event)) {
        var longer = new ArrayList<>(begun);
        longer.add(event);
        everyOrder(longer, longest, all);
      }
    }
  }

  private void isAsTheArticleSays(List<String> order) {
    DATABASE.run(
        em -> {
          var names = names(em, HOUR, false);
          var right = new RightOfAName();
          for (String event : order) {
            names.play(event);
            right.happens(event);
            assertEquals(right.mail(), names.mail(), () -> event + " in " + order);
            if (event.equals("txt") || event.charAt(0) == '>') {
              assertTrue(!names.mail().equals("-"), () -> event + " in " + order);
            }
          }
        });
  }

  private static String after(String text, Duration step, boolean byProvider) {
    return DATABASE.in(
        em -> {
          var names = names(em, step, byProvider);
          events(text).forEach(names::play);
          return names.mail();
        });
  }

  /** Names and a time that no other has. */
  private static PlayedNames names(
      jakarta.persistence.EntityManager em, Duration step, boolean byProvider) {
    int number = COUNT.incrementAndGet();
    return new PlayedNames(
        em, partners, "n" + number + ".nl", byProvider, BEGIN.plus(Duration.ofDays(number)), step);
  }
}
