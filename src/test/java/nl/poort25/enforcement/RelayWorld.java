package nl.poort25.enforcement;

import inet.ipaddr.IPAddressString;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nl.poort25.abuse.DeniedClient;
import nl.poort25.abuse.OpenCaseQueries;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.audit.Act;
import nl.poort25.database.TestDatabase;
import nl.poort25.database.Wired;
import nl.poort25.domain.Origin;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationAction;
import nl.poort25.domain.RegistrationRequest;
import nl.poort25.domainname.DomainName;
import nl.poort25.mailservice.Delivery;
import nl.poort25.mailservice.DestinationCheck;
import nl.poort25.mailservice.MailService;
import nl.poort25.mailservice.MailServiceKind;
import nl.poort25.mailservice.ServiceInForce;
import nl.poort25.mx.Unheard;
import nl.poort25.network.Cidr;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.setting.Settings;
import nl.poort25.state.EnforcementTarget;

/** What the relays' state rests on, in a database, with what makes their generations of it. */
final class RelayWorld implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Class<?>[] ENTITIES = {
    MailService.class,
    Registration.class,
    Partner.class,
    Customer.class,
    Account.class,
    ResolvedDestination.class,
    PendingRebuild.class,
    RelayChange.class,
    LineSpan.class,
    Generation.class,
    GenerationSeries.class,
    LargeChange.class,
    PointHold.class
  };
  final TestDatabase database;
  final List<DeniedClient> denied = new ArrayList<>();
  final Map<String, String> settings = new HashMap<>();
  final List<String> alarms = new ArrayList<>();
  private final long partner;

  RelayWorld() {
    this(new TestDatabase(ENTITIES));
  }

  /** In files of that folder, where it is the embedded database. */
  static RelayWorld in(Path folder) {
    return new RelayWorld(TestDatabase.in(folder, ENTITIES));
  }

  private RelayWorld(TestDatabase database) {
    this.database = database;
    settings.put("poort25.guard.lines", "100000000");
    partner =
        database.in(
            em -> {
              var one = new Partner("Partner", NOW);
              em.persist(one);
              em.flush();
              return one.getId();
            });
  }

  /** As after a start of the portal: with the settings of now. */
  private Wired wired(EntityManager em) {
    return new Wired(em)
        .with(Settings.class, new Settings(key -> Optional.ofNullable(settings.get(key))))
        .with(Event.class, new Unheard<Act>())
        .with(
            OpenCaseQueries.class,
            new OpenCaseQueries() {
              @Override
              public List<DeniedClient> deniedClients() {
                return List.copyOf(denied);
              }
            })
        .with(
            ProviderMailServers.class,
            new ProviderMailServers() {
              @Override
              public Map<Cidr, Long> listed() {
                return Map.of();
              }
            })
        .with(
            Alarms.class,
            new Alarms() {
              @Override
              public void raise(Alarm.Kind kind, String about, String detail, Instant now) {
                alarms.add(kind + " " + detail);
              }

              @Override
              public void end(Alarm.Kind kind, String about, Instant now) {
                alarms.removeIf(alarm -> alarm.startsWith(kind + " "));
              }
            });
  }

  <B, T> T with(Class<B> bean, Function<B, T> call) {
    return database.in(em -> call.apply(wired(em).get(bean)));
  }

  /** As a round does. */
  List<Generation> round() {
    var made = new ArrayList<Generation>();
    with(RelayGenerations.class, relays -> relays.deny(NOW)).ifPresent(made::add);
    with(
        RelayChanges.class,
        changes -> {
          changes.resolveDestinations();
          return null;
        });
    with(RelayGenerations.class, relays -> relays.renew(NOW)).ifPresent(made::add);
    return made;
  }

  /** One walk of the comparison through all names. */
  int compareAll() {
    int missed = 0;
    for (String after = ""; after != null; ) {
      String from = after;
      var found = with(RelayComparison.class, comparison -> comparison.after(from, NOW));
      missed += found.missed();
      after = found.upTo();
    }
    return missed;
  }

  long register(String name, boolean proven) {
    return database.in(
        em -> {
          var registration =
              new Registration(
                  em.find(Partner.class, partner),
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
          em.flush();
          return registration.getId();
        });
  }

  long order(long registration, MailServiceKind kind, Delivery delivery, boolean active) {
    return database.in(
        em -> {
          var service =
              new MailService(em.find(Registration.class, registration), kind, delivery, null, NOW);
          if (active) {
            service.activate("so it was agreed", NOW);
          }
          em.persist(service);
          em.flush();
          return service.getId();
        });
  }

  /** What the DNS says of a destination: these addresses; none where mail may not go there. */
  void resolve(String destination, String... addresses) {
    database.run(
        em ->
            new ResolvedDestinations(em)
                .recordLookup(
                    destination,
                    addresses.length == 0
                        ? DestinationCheck.REFUSED
                        : DestinationCheck.to(
                            Arrays.stream(addresses)
                                .map(a -> new IPAddressString(a).getAddress())
                                .toList(),
                            Duration.ofMinutes(10)),
                    NOW));
  }

  void sql(String statement) {
    database.run(em -> em.createNativeQuery(statement).executeUpdate());
  }

  /** The lines that last, by their text, with what brought them. */
  SortedMap<String, Cause> lines() {
    return database.in(
        em -> {
          var lines = new TreeMap<String, Cause>();
          em.createQuery("select l from LineSpan l where l.until is null", LineSpan.class)
              .getResultList()
              .forEach(line -> lines.put(line.getText(), line.cause()));
          return lines;
        });
  }

  Optional<Generation> last() {
    return with(Generations.class, generations -> generations.last(EnforcementTarget.RELAY));
  }

  /** The state by all facts, as it was computed before anything was noted. */
  SortedSet<String> whole() {
    var facts =
        database.in(
            em -> {
              var reached = new HashMap<String, List<Cidr>>();
              em.createQuery("select d from ResolvedDestination d", ResolvedDestination.class)
                  .getResultList()
                  .forEach(d -> reached.put(d.getDestination(), d.getAddresses()));
              var services =
                  em
                      .createQuery("select s from MailService s", MailService.class)
                      .getResultList()
                      .stream()
                      .filter(s -> s.isActive() && s.getRegistration().isActive())
                      .map(
                          s ->
                              new ServiceInForce(
                                  s.getId(),
                                  s.getName(),
                                  s.getRegistration().getControl().isProven(),
                                  s.getKind(),
                                  s.getDelivery()))
                      .toList();
              var query = wired(em).get(RelayFactsQuery.class);
              return new RelayFacts(services, reached, denied, query.store(), query.postmaster());
            });
    var texts = new TreeSet<String>();
    RelayState.of(facts).lines().keySet().forEach(line -> texts.add(line.toString()));
    return texts;
  }

  @Override
  public void close() {
    database.close();
  }
}
