package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inet.ipaddr.IPAddressString;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.database.TestDatabase;
import nl.poort25.domain.Origin;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationAction;
import nl.poort25.domain.RegistrationRequest;
import nl.poort25.domainname.DomainName;
import nl.poort25.mailservice.ActiveServices;
import nl.poort25.mailservice.Delivery;
import nl.poort25.mailservice.DeliveryMethod;
import nl.poort25.mailservice.DestinationCheck;
import nl.poort25.mailservice.MailService;
import nl.poort25.mailservice.MailServiceKind;
import nl.poort25.mailservice.ServiceInForce;
import nl.poort25.network.Cidr;
import nl.poort25.setting.Settings;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.RelayLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is gathered for the relays, and which destinations are looked at, in the DATABASE. */
@Tag(TestDatabase.TAG)
class RelayFactsQueryTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final TestDatabase DATABASE =
      new TestDatabase(
          MailService.class,
          Registration.class,
          Partner.class,
          Customer.class,
          Account.class,
          ResolvedDestination.class,
          RelayChange.class,
          LineSpan.class);

  @BeforeEach
  void empty() {
    for (String entity :
        List.of(
            "LineSpan",
            "MailService",
            "Registration",
            "Partner",
            "ResolvedDestination",
            "RelayChange")) {
      DATABASE.run(em -> em.createQuery("delete from " + entity).executeUpdate());
    }
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static long service(String name, String destination, boolean proven, boolean active) {
    return DATABASE.in(
        em -> {
          var partner = new Partner("Partner of " + name, NOW);
          em.persist(partner);
          var registration =
              new Registration(
                  partner,
                  null,
                  new RegistrationRequest(
                      DomainName.parse(name), RegistrationAction.DO_NOT_MOVE, false, null),
                  Origin.ADMINISTRATIVE,
                  "token",
                  NOW);
          if (proven) {
            registration.recordStaffProof("seen", NOW);
          }
          em.persist(registration);
          var service =
              new MailService(
                  registration,
                  MailServiceKind.SMTP,
                  new Delivery(DeliveryMethod.SMTP, destination, null),
                  null,
                  NOW);
          if (active) {
            service.activate("so it was agreed", NOW);
          }
          em.persist(service);
          em.flush();
          return service.getId();
        });
  }

  private static <T> T known(Function<ResolvedDestinations, T> call) {
    return DATABASE.in(em -> call.apply(new ResolvedDestinations(em)));
  }

  private static void found(String destination, DestinationCheck passage, Instant now) {
    DATABASE.run(em -> new ResolvedDestinations(em).recordLookup(destination, passage, now));
  }

  private static DestinationCheck to(String address) {
    return DestinationCheck.to(
        List.of(new IPAddressString(address).getAddress()), Duration.ofMinutes(10));
  }

  /** Where mail goes of all that were looked at, but for those where it goes nowhere. */
  private static Map<String, List<Cidr>> reached() {
    var reached =
        DATABASE.in(
            em ->
                new ResolvedDestinations(em)
                    .of(
                        em.createQuery(
                                "select d.destination from ResolvedDestination d", String.class)
                            .getResultList()));
    reached.values().removeIf(List::isEmpty);
    return reached;
  }

  private static long changes() {
    return DATABASE.in(
        em ->
            em.createQuery(
                    "select count(c) from RelayChange c where c.destination is not null",
                    Long.class)
                .getSingleResult());
  }

  @Test
  void whatIsActiveIsGatheredWithWhetherItsNameIsProven() {
    long one = service("klant.nl", "mail.klant.nl", true, true);
    long other = service("ander.nl", "mail.ander.nl", false, true);
    service("besteld.nl", "mail.besteld.nl", true, false);
    long gone = service("weg.nl", "mail.weg.nl", true, true);
    DATABASE.run(em -> registrationOf(em, gone).withdraw(NOW));
    var all =
        DATABASE.in(
            em ->
                new ActiveServices(em).of(List.of("ander.nl", "besteld.nl", "klant.nl", "weg.nl")));
    assertEquals(
        List.of("ander.nl false " + other, "klant.nl true " + one),
        all.stream().map(s -> s.name() + " " + s.proven() + " " + s.id()).sorted().toList());
    assertEquals(
        List.of("mail.ander.nl", "mail.klant.nl"),
        all.stream().map(ServiceInForce::delivery).map(Delivery::destination).sorted().toList());
  }

  private static Registration registrationOf(EntityManager em, long service) {
    return em.find(MailService.class, service).getRegistration();
  }

  @Test
  void onlyDestinationsThatTheRelaysNeedAreLookedAtAndEachInItsTurn() {
    service("klant.nl", "mail.klant.nl", true, true);
    service("nog-een.nl", "mail.klant.nl", true, true);
    service("ander.nl", "mail.ander.nl", false, true);
    assertEquals(List.of("mail.klant.nl"), known(k -> k.fresh(10)));
    assertEquals(List.of(), known(k -> k.due(NOW, 10)));
    found("mail.klant.nl", to("192.0.2.25"), NOW);
    found("mail.ander.nl", to("192.0.2.26"), NOW);
    assertEquals(List.of(), known(k -> k.fresh(10)));
    assertEquals(List.of(), known(k -> k.due(NOW.plusSeconds(599), 10)));
    assertEquals(List.of("mail.klant.nl"), known(k -> k.due(NOW.plusSeconds(600), 10)));
  }

  @Test
  void whatWaitedLongestIsLookedAtFirst() {
    for (int i = 0; i < 5; i++) {
      service("klant-" + i + ".nl", "mail-" + i + ".klant.nl", true, true);
      found("mail-" + i + ".klant.nl", to("192.0.2.25"), NOW.minusSeconds(i));
    }
    assertEquals(
        List.of("mail-4.klant.nl", "mail-3.klant.nl"), known(k -> k.due(NOW.plusSeconds(600), 2)));
  }

  @Test
  void whatWaitsForStaffIsLookedAtBeforeItIsDecided() {
    service("ander.nl", "mail.ander.nl", false, false);
    service("besteld.nl", "mail.besteld.nl", true, false);
    long id = service("klant.nl", "mail.klant.nl", true, true);
    DATABASE.run(
        em ->
            em.find(MailService.class, id)
                .change(new Delivery(DeliveryMethod.SMTP, "nieuw.klant.nl", null), NOW));
    var all = List.of("mail.besteld.nl", "mail.klant.nl", "nieuw.klant.nl");
    assertEquals(all, known(k -> k.fresh(10)).stream().sorted().toList());
    assertEquals(2, known(k -> k.fresh(2)).size());
    all.forEach(destination -> found(destination, to("192.0.2.25"), NOW));
    assertEquals(3, known(k -> k.due(NOW.plusSeconds(600), 10)).size());
    DATABASE.run(em -> new ResolvedDestinations(em).forget(NOW.plus(Duration.ofDays(2))));
    assertEquals(3, reached().size());
  }

  @Test
  void whatADomainBringsIsFoundByItsRegistration() {
    long one = service("klant.nl", "mail.klant.nl", true, true);
    service("ander.nl", "mail.ander.nl", true, true);
    long unproven = service("onbewezen.nl", "mail.onbewezen.nl", false, true);
    var ids =
        DATABASE.in(
            em -> List.of(registrationOf(em, one).getId(), registrationOf(em, unproven).getId()));
    assertEquals(List.of("mail.klant.nl"), known(k -> k.fresh(ids)));
    found("mail.klant.nl", to("192.0.2.25"), NOW);
    assertEquals(List.of(), known(k -> k.fresh(ids)));
  }

  @Test
  void whereOneMayGoIsToldOfWhatWasLookedAt() {
    found("mail.klant.nl", to("192.0.2.25"), NOW);
    found("mail.weg.nl", DestinationCheck.REFUSED, NOW);
    assertEquals(
        Map.of("mail.klant.nl", List.of(Cidr.of("192.0.2.25")), "mail.weg.nl", List.of()),
        known(k -> k.of(List.of("mail.klant.nl", "mail.weg.nl", "mail.nieuw.nl"))));
    assertEquals(Map.of(), known(k -> k.of(List.of())));
  }

  @Test
  void theStateIsMadeAgainOnlyWhereMailGoesElsewhere() {
    found("mail.klant.nl", to("192.0.2.25"), NOW);
    assertEquals(1, changes());
    found("mail.klant.nl", to("192.0.2.25"), NOW.plusSeconds(600));
    found("mail.klant.nl", DestinationCheck.UNKNOWN, NOW.plusSeconds(1200));
    assertEquals(1, changes());
    assertEquals(List.of(Cidr.of("192.0.2.25")), reached().get("mail.klant.nl"));
    found("mail.klant.nl", DestinationCheck.REFUSED, NOW.plusSeconds(1800));
    assertEquals(2, changes());
    assertEquals(0, reached().size());
  }

  @Test
  void whatNobodyUsesIsForgottenAfterADay() {
    service("klant.nl", "mail.klant.nl", true, true);
    found("mail.klant.nl", to("192.0.2.25"), NOW);
    found("mail.oud.nl", to("192.0.2.26"), NOW);
    DATABASE.run(em -> new ResolvedDestinations(em).forget(NOW.plus(Duration.ofHours(23))));
    assertEquals(2, reached().size());
    DATABASE.run(em -> new ResolvedDestinations(em).forget(NOW.plus(Duration.ofDays(2))));
    assertEquals(List.of("mail.klant.nl"), List.copyOf(reached().keySet()));
  }

  @Test
  void theLongestLineHasRoomInAGeneration() {
    String label = "a".repeat(61);
    String name = String.join(".", "aa", label, label, label, label, "nl");
    var hosts = new ArrayList<Cidr>();
    for (int i = 0; i < RelayLine.MOST_HOSTS; i++) {
      hosts.add(Cidr.of("2001:db8:1111:2222:3333:4444:5555:666" + i));
    }
    var line = RelayLine.domain(name, hosts);
    DATABASE.run(
        em -> em.persist(new LineSpan(EnforcementTarget.RELAY, line, Cause.mailService(1), 1)));
  }

  @Test
  void aMailStoreThatIsNoAddressIsSaid() {
    assertEquals(
        List.of(Cidr.of("192.0.2.50"), Cidr.of("2001:db8::50")),
        decisions("192.0.2.50, 2001:db8::50").store());
    assertEquals(List.of(), decisions("").store());
    String many =
        IntStream.rangeClosed(1, 11).mapToObj(i -> "192.0.2." + i).collect(Collectors.joining(","));
    for (String wrong : List.of("pop.routit.net", "192.0.2.0/24", "192.0.2.050", many)) {
      assertThrows(IllegalStateException.class, () -> decisions(wrong), wrong);
    }
  }

  @Test
  void whatIsSentToAPostmasterIsReadAtTheSettingOrByTheContact() {
    String key = "poort25.relay.postmaster";
    assertEquals("beheer@routit.nl", decisions(Map.of(key, "Beheer@RoutIT.nl")).postmaster());
    assertEquals("support@routit.example", decisions(Map.of()).postmaster());
    assertNull(decisions(Map.of("poort25.provider.contact", "bel 0800 0825")).postmaster());
    for (String wrong :
        List.of("beheer", "beheer@", "be heer@routit.nl", "beheer@stra\u00dfe.nl")) {
      assertThrows(IllegalStateException.class, () -> decisions(Map.of(key, wrong)), wrong);
    }
  }

  private static RelayFactsQuery decisions(String mailstore) {
    return decisions(Map.of("poort25.relay.mailstore", mailstore));
  }

  private static RelayFactsQuery decisions(Map<String, String> settings) {
    return new RelayFactsQuery(
        null, null, null, null, new Settings(key -> Optional.ofNullable(settings.get(key))));
  }
}
