package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.abuse.AbuseCase;
import nl.poort25.abuse.AbuseCases;
import nl.poort25.exemption.ExemptionCase.Acknowledgements;
import nl.poort25.exemption.ExemptionCase.Maximum;
import nl.poort25.exemption.ExemptionCase.Narrowest;
import nl.poort25.exemption.ExemptionCase.Place;
import nl.poort25.exemption.ExemptionCase.Space;
import nl.poort25.mailservice.Destinations;
import nl.poort25.mailservice.Reachability;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connections;
import nl.poort25.network.Prefixes;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/** Gathers the facts of a request as they are now, and has the rules judge them. */
@ApplicationScoped
@Transactional
class Judge {
  @PersistenceContext EntityManager em;
  @Inject Connections connections;
  @Inject Prefixes prefixes;
  @Inject AbuseCases abuse;
  @Inject Destinations destinations;
  @Inject Settings settings;

  /** What the rules say of the {@link #facts}. */
  Verdict judge(Exemption exemption, Acknowledgements acknowledged) {
    return Verdict.of(ExemptionRule.values(), facts(exemption, acknowledged));
  }

  /** What the rules say of a request of which only those lines would be granted. */
  Verdict judge(Exemption exemption, Collection<Line> granted) {
    var facts = facts(exemption, List.copyOf(granted), Acknowledgements.BOTH);
    return Verdict.of(ExemptionRule.values(), facts);
  }

  /** The lines of those that other exemptions hold (4.7). */
  private List<Line> taken(Exemption exemption, List<Line> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    var keys = lines.stream().map(Line::key).toList();
    var held =
        Set.copyOf(
            em.createQuery(
                    "select o.held from Opening o where o.held in :keys and o.exemption <> :own",
                    String.class)
                .setParameter("keys", keys)
                .setParameter("own", exemption)
                .getResultList());
    return lines.stream().filter(line -> held.contains(line.key())).toList();
  }

  /** Of what was taken over, what is open: its addresses alone may stand for more. */
  private List<Line> lines(Exemption exemption) {
    return exemption.isTakenOver()
        ? openings(exemption).stream().map(Opening::getLine).toList()
        : exemption.lines();
  }

  private List<Opening> openings(Exemption exemption) {
    return em.createQuery(
            "select o from Opening o where o.exemption = :exemption"
                + " and o.state not in (CLOSED, DECLINED)",
            Opening.class)
        .setParameter("exemption", exemption)
        .getResultList();
  }

  /** In the caller's transaction, which holds what must not change meanwhile. */
  ExemptionCase facts(Exemption exemption, Acknowledgements acknowledged) {
    return facts(exemption, null, acknowledged);
  }

  /**
   * @param granted null where all of it is meant, also what would open nothing
   */
  private ExemptionCase facts(
      Exemption exemption, List<Line> granted, Acknowledgements acknowledged) {
    var answers = exemption.getAnswers();
    var lines = granted == null ? lines(exemption) : granted;
    boolean fromAnywhere = exemption.getKind() != ExemptionKind.THIRD_PARTY && !answers.isOutside();
    List<Cidr> sources =
        fromAnywhere
            ? List.of()
            : exemption.getKind() == ExemptionKind.THIRD_PARTY
                ? answers.getSources()
                : answers.getServers().stream().flatMap(s -> s.addresses().stream()).toList();
    List<Cidr> destinations =
        fromAnywhere
            ? lines.stream().map(Line::destination).toList()
            : answers.getDestinations().stream().distinct().toList();
    List<MailServer> servers = answers.getServers();
    if (granted != null) {
      var ends = ends(granted);
      sources = sources.stream().filter(cidr -> ends.contains(cidr.toString())).toList();
      destinations = destinations.stream().filter(cidr -> ends.contains(cidr.toString())).toList();
      servers = only(servers, ends);
    }
    return new ExemptionCase(
        exemption.getKind(),
        answers.isOutside(),
        place(exemption),
        servers,
        counted(exemption),
        maximum(),
        answers.getThirdParty(),
        sources,
        destinations,
        narrowest(),
        space(sources, destinations),
        taken(exemption, lines),
        holding(exemption, destinations).stream().map(AbuseCase::getNumber).toList(),
        acknowledged);
  }

  /** The open cases that cover the connection of the request (4.13); none where it has none. */
  List<AbuseCase> onConnection(Exemption exemption) {
    return exemption.getConnection() == null
        ? List.of()
        : abuse.openOnConnection(exemption.getConnection().getId());
  }

  /** The open cases that hold the request (4.14). */
  List<AbuseCase> holding(Exemption exemption) {
    return holding(exemption, lines(exemption).stream().map(Line::destination).toList());
  }

  /** The partner's open cases, and whoever's on these addresses: nothing opens them (4.14). */
  private List<AbuseCase> holding(Exemption exemption, List<Cidr> destinations) {
    return Stream.concat(
            abuse.openOn(exemption.getPartner().getId()).stream(),
            destinations.stream().flatMap(to -> abuse.openOn(to).stream()))
        .distinct()
        .toList();
  }

  Maximum maximum() {
    return new Maximum(
        settings.number(Setting.EXEMPTION_SERVERS),
        settings.flag(Setting.EXEMPTION_STRICT_ADDRESSES));
  }

  Narrowest narrowest() {
    return new Narrowest(
        settings.number(Setting.EXEMPTION_SOURCE_IPV4),
        settings.number(Setting.EXEMPTION_SOURCE_IPV6));
  }

  Reachability reachability() {
    return destinations.publicSpace();
  }

  private Place place(Exemption exemption) {
    var connection = exemption.getConnection();
    return connection == null
        ? null
        : new Place(
            connection.getReference(),
            connection.getKind(),
            connection.isEnded(),
            connections.ranges(connection.getId()));
  }

  /** Servers of which a line is open or waiting: those of the partner, or on the colocation. */
  private List<MailServer> counted(Exemption exemption) {
    if (exemption.getKind() == ExemptionKind.THIRD_PARTY) {
      return List.of();
    }
    boolean own = exemption.getKind() == ExemptionKind.OWN_MAIL_SERVICE;
    if (!own && exemption.getConnection() == null) {
      return List.of();
    }
    var query =
        em.createQuery(
                "select distinct o.exemption from Opening o join o.exemption e where e.kind = :kind"
                    + " and o.state not in (CLOSED, DECLINED) and e.id <> :own and "
                    + (own ? "o.partner = :whole" : "o.connection = :whole"),
                Exemption.class)
            .setParameter("kind", exemption.getKind())
            .setParameter("own", exemption.getId() == null ? -1L : exemption.getId())
            .setParameter("whole", own ? exemption.getPartner() : exemption.getConnection());
    return query.getResultList().stream().flatMap(e -> counting(e).stream()).toList();
  }

  private List<MailServer> counting(Exemption other) {
    var addresses =
        openings(other).stream()
            .flatMap(o -> List.of("" + o.getSource(), o.getDestination()).stream())
            .collect(Collectors.toSet());
    return only(other.getAnswers().getServers(), addresses);
  }

  private static List<MailServer> only(List<MailServer> servers, Set<String> addresses) {
    return servers.stream().map(s -> s.only(addresses)).filter(s -> s != null).toList();
  }

  /** Both ends of each line, as texts. */
  private static Set<String> ends(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> Stream.of("" + line.source(), "" + line.destination()))
        .collect(Collectors.toSet());
  }

  private Space space(List<Cidr> sources, List<Cidr> destinations) {
    var reachability = reachability();
    return new Space(
        destinations.stream().filter(d -> prefixes.containing(d).isEmpty()).toList(),
        sources.stream().filter(s -> prefixes.containing(s).isPresent()).toList(),
        sources.stream()
            .filter(s -> reachability.objection(s.block().getLower()).isPresent())
            .toList());
  }
}
