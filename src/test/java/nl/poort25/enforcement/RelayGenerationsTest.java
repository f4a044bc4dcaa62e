package nl.poort25.enforcement;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import nl.poort25.abuse.DeniedClient;
import nl.poort25.database.TestDatabase;
import nl.poort25.domain.Registration;
import nl.poort25.it.Trials;
import nl.poort25.mailservice.Delivery;
import nl.poort25.mailservice.DeliveryMethod;
import nl.poort25.mailservice.MailService;
import nl.poort25.mailservice.MailServiceKind;
import nl.poort25.network.Cidr;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The state of the relays that is made of what changed is that which is made of everything. */
@Tag(TestDatabase.TAG)
class RelayGenerationsTest {
  private static final int STEPS = 150;
  private final RelayWorld world = new RelayWorld();

  @AfterEach
  void close() {
    world.close();
  }

  static List<Long> seeds() {
    return new Random(25).longs(Trials.of(60)).boxed().toList();
  }

  private static Delivery to(String destination) {
    return new Delivery(DeliveryMethod.SMTP, destination, null);
  }

  private static Delivery box(String local) {
    return new Delivery(DeliveryMethod.POP3, null, local);
  }

  private void smtp(String name, String destination, String address) {
    world.order(world.register(name, true), MailServiceKind.SMTP, to(destination), true);
    world.resolve(destination, address);
  }

  private static DeniedClient denied(String address, int number) {
    return new DeniedClient(Cidr.of(address), number, "AB-2026-%04d".formatted(number));
  }

  /** The newest state is what was decided, and says so of itself. */
  private void assertRight(String why) {
    var lines = new TreeSet<>(world.lines().keySet());
    assertEquals(world.whole(), lines, why);
    world
        .last()
        .ifPresent(
            generation -> {
              assertEquals(lines.size(), generation.getLineCount(), why);
              assertEquals(
                  Sha256.hex(String.join("\n", lines) + (lines.isEmpty() ? "" : "\n")),
                  generation.getDigest(),
                  why);
            });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsDoneItIsThatOfAllFacts(long seed) {
    var random = new Random(seed);
    var done = new ArrayList<String>();
    smtp("blijft.nl", "mail.blijft.nl", "192.0.2.99"); // to take nothing more waits for people
    for (int i = 0; i < STEPS; i++) {
      done.add(anything(random));
      if (random.nextInt(3) > 0) {
        world.round();
        assertRight("seed " + seed + ": " + done);
        if (random.nextBoolean()) {
          world.database.run(RelayGenerationsTest::release);
        }
      }
    }
    world.round();
    assertRight("seed " + seed + ": " + done);
    assertEquals(0, world.compareAll(), "seed " + seed + ": " + done);
    assertEquals(List.of(), world.round(), "nothing is new");
  }

  private static void release(jakarta.persistence.EntityManager em) {
    var series = em.find(GenerationSeries.class, EnforcementTarget.RELAY);
    series.release(series.getLast());
  }

  private String anything(Random random) {
    String name = "klant-" + random.nextInt(12) + ".nl";
    String destination = "mail-" + random.nextInt(5) + ".nl";
    return switch (random.nextInt(14)) {
      case 0, 1 -> ordered(name, random, destination);
      case 2, 3 -> {
        String[] addresses = new String[random.nextInt(3)];
        for (int i = 0; i < addresses.length; i++) {
          addresses[i] = "192.0.2." + (i * 10 + random.nextInt(3));
        }
        world.resolve(destination, addresses);
        yield destination + " at " + List.of(addresses);
      }
      case 4 -> onService(name, random, "cancelled", service -> service.cancel(RelayWorld.NOW));
      case 5, 6 ->
          onService(
              name,
              random,
              "moved to " + destination,
              service -> {
                if (service.getDelivery().destination() != null) {
                  service.change(to(destination), RelayWorld.NOW);
                  if (service.isToDecide()) {
                    service.activate("agreed", RelayWorld.NOW);
                  }
                }
              });
      case 7 -> withdrawn(name);
      case 8 -> proof(name, "null, proof_since = null");
      case 9 -> proof(name, "'STAFF', proof_since = current_timestamp");
      case 10 -> transferred(name);
      case 11 -> {
        var one = denied("198.51.100." + random.nextInt(4), random.nextInt(3) + 1);
        if (world.denied.stream().noneMatch(d -> d.client().equals(one.client()))) {
          world.denied.add(one);
        }
        yield "denied " + one;
      }
      case 12 -> {
        if (!world.denied.isEmpty()) {
          world.denied.remove(random.nextInt(world.denied.size()));
        }
        yield "lifted";
      }
      default -> {
        world.settings.put(
            "poort25.relay.mailstore",
            random.nextInt(3) == 0 ? "" : "192.0.2.5" + random.nextInt(2));
        world.settings.put(
            "poort25.relay.postmaster", "beheer-" + random.nextInt(2) + "@provider.nl");
        yield "restarted with " + world.settings;
      }
    };
  }

  private String ordered(String name, Random random, String destination) {
    Long held = registrationOf(name);
    long registration = held != null ? held : world.register(name, random.nextBoolean());
    boolean active = random.nextInt(4) > 0;
    int kind = random.nextInt(4);
    if (kind == 0) {
      world.order(registration, MailServiceKind.POP3_CATCH_ALL, box(null), active);
    } else if (kind == 1) {
      world.order(registration, MailServiceKind.POP3_BOX, box("box-" + random.nextInt(3)), active);
    } else {
      world.order(registration, MailServiceKind.SMTP, to(destination), active);
    }
    return name + " ordered " + kind + " " + active + " to " + destination;
  }

  private Long registrationOf(String name) {
    return world.database.in(
        em ->
            em.createQuery("select r.id from Registration r where r.heldName = :name", Long.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElse(null));
  }

  private String onService(
      String name, Random random, String what, java.util.function.Consumer<MailService> act) {
    world.database.run(
        em -> {
          var services =
              em.createQuery(
                      "select s from MailService s where s.name = :name and s.state = ACTIVE"
                          + " order by s.id",
                      MailService.class)
                  .setParameter("name", name)
                  .getResultList();
          if (!services.isEmpty()) {
            act.accept(services.get(random.nextInt(services.size())));
          }
        });
    return name + " " + what;
  }

  private String withdrawn(String name) {
    Long id = registrationOf(name);
    if (id != null) {
      world.database.run(em -> em.find(Registration.class, id).withdraw(RelayWorld.NOW));
    }
    return name + " withdrawn";
  }

  /** Another registration of the name takes its place, and its services go on. */
  private String transferred(String name) {
    Long id = registrationOf(name);
    if (id != null) {
      world.database.run(em -> em.find(Registration.class, id).withdraw(RelayWorld.NOW));
      long other = world.register(name, true);
      world.sql(
          "update mail_service set registration_id = " + other + " where registration_id = " + id);
    }
    return name + " transferred";
  }

  private String proof(String name, String value) {
    world.sql("update registration set proof = " + value + " where held_name = '" + name + "'");
    return name + " proof " + value;
  }

  @Test
  void whereNothingChangedNothingIsMade() {
    smtp("klant.nl", "mail.klant.nl", "192.0.2.25");
    assertEquals(1, world.round().size());
    assertFalse(with(RelayChanges::isAnyNew));
    assertEquals(List.of(), world.round());
    world.sql("update registration set proof_note = 'seen again', version = version + 1");
    world.sql("update mail_service set note = 'agreed again', version = version + 1");
    world.sql("update relay_destination set looked_at = current_timestamp");
    assertFalse(with(RelayChanges::isAnyNew));
  }

  private boolean with(java.util.function.Predicate<RelayChanges> asked) {
    return world.with(RelayChanges.class, asked::test);
  }

  @Test
  void whatIsChangedPastThePortalIsNoted() {
    smtp("klant.nl", "mail.klant.nl", "192.0.2.25");
    smtp("ander.nl", "mail.ander.nl", "192.0.2.26");
    world.round();
    world.sql(
        "update relay_destination set addresses = '192.0.2.9' where destination like '%.ander.nl'");
    world.sql("update mail_service set state = 'CANCELLED' where name = 'klant.nl'");
    world.round();
    assertEquals(
        List.of("domain ander.nl 192.0.2.9"), List.copyOf(world.lines().keySet()).subList(0, 1));
    assertRight("after the changes");
  }

  @Test
  void whatWasMissedIsFoundByTheComparisonAndTold() {
    smtp("klant.nl", "mail.klant.nl", "192.0.2.25");
    smtp("ander.nl", "mail.ander.nl", "192.0.2.26");
    world.round();
    assertEquals(0, world.compareAll());
    assertEquals(List.of(), world.alarms);
    world.sql("update mail_service set state = 'CANCELLED' where name = 'klant.nl'");
    assertEquals(0, world.compareAll(), "it is noted, and only not made yet");
    world.sql("delete from relay_change");
    assertEquals(List.of(), world.round(), "nobody told");
    assertEquals(1, world.compareAll());
    assertEquals(List.of("MISSED klant.nl"), world.alarms);
    assertEquals(1, world.round().size());
    assertRight("after the comparison");
    // and a line that nobody decided
    world.database.run(
        em ->
            em.persist(
                new LineSpan(
                    EnforcementTarget.RELAY,
                    DesiredLine.parse(EnforcementTarget.RELAY, "domain vreemd.nl 192.0.2.66"),
                    Cause.mailService(7),
                    1)));
    assertEquals(1, world.compareAll());
    world.round();
    assertRight("without it");
  }

  @Test
  void whatIsDeniedWaitsForNothingThatIsHeldBack() {
    world.settings.put("poort25.guard.lines", "5");
    for (int i = 0; i < 20; i++) {
      smtp("klant-" + i + ".nl", "mail.klant-" + i + ".nl", "192.0.2.25");
    }
    world.round();
    world.database.run(RelayGenerationsTest::release);
    world.sql("update registration set proof = null where name < 'klant-2'");
    assertEquals(List.of(), world.round());
    assertEquals(List.of("HELD_BACK +0 -12"), world.alarms);
    assertEquals(20, world.lines().size());
    assertEquals(
        "12", world.with(RelayGenerations.class, relays -> "" + relays.waiting().removed()));
    assertFalse(with(RelayChanges::isAnyNew), "it is not looked at again by itself");
    world.denied.add(denied("198.51.100.9", 9));
    var made = world.round();
    assertEquals(1, made.size());
    assertTrue(made.get(0).isUrgent());
    assertEquals(21, world.lines().size());
    assertEquals(0, world.compareAll(), "what is held back was not missed");
    long id =
        world.database.in(
            em ->
                em.createQuery(
                        "select c from LargeChange c where c.openFor is not null",
                        LargeChange.class)
                    .getSingleResult()
                    .getId());
    world.sql("update guarded_change set confirmed_at = current_timestamp where id = " + id);
    assertEquals(1, world.round().size());
    assertRight("after it was confirmed");
    assertEquals(List.of(), world.alarms);
  }

  @Test
  void whereAllIsHeldBackTheComparisonWaitsForNobody() {
    world.settings.put("poort25.guard.lines", "5");
    for (int i = 0; i < 20; i++) {
      smtp("klant-" + i + ".nl", "mail.klant-" + i + ".nl", "192.0.2.25");
    }
    world.round();
    world.database.run(RelayGenerationsTest::release);
    world.sql("update registration set proof = null where name < 'klant-2'");
    world.sql("delete from relay_change");
    world.sql("insert into relay_change (held_back) values (false)");
    assertEquals(List.of(), world.round());
    assertEquals(List.of("HELD_BACK +0 -12"), world.alarms);
    world.database.run(
        em -> {
          em.find(GenerationSeries.class, EnforcementTarget.RELAY, PESSIMISTIC_WRITE);
          assertEquals(0, world.compareAll());
        });
  }

  @Test
  void whatTheCanariesHaveStillToShowIsNotInWhatAllGetForAbuse() {
    smtp("klant.nl", "mail.klant.nl", "192.0.2.25");
    world.denied.add(denied("198.51.100.8", 8));
    world.round();
    world.database.run(RelayGenerationsTest::release);
    smtp("nieuw.nl", "mail.nieuw.nl", "192.0.2.26");
    world.denied.clear();
    world.round();
    world.denied.add(denied("198.51.100.9", 9));
    var made = world.round();
    assertEquals(1, made.size());
    long urgent = made.get(0).getNumber() - 1; // on which what the canaries have comes again
    Generation first =
        world.with(
            Generations.class, generations -> generations.get(EnforcementTarget.RELAY, urgent));
    assertTrue(first.isUrgent());
    assertEquals(
        List.of(
            "deny 198.51.100.8 AB-2026-0008",
            "deny 198.51.100.9 AB-2026-0009",
            "domain klant.nl 192.0.2.25"),
        world.with(PointLines.class, lines -> lines.whole(EnforcementTarget.RELAY, urgent)));
    assertRight("what the canaries have");
  }
}
