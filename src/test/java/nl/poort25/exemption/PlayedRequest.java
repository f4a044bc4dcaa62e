package nl.poort25.exemption;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.exemption.ExemptionRuleFacts.Acknowledgements;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionKind;
import nl.poort25.network.ConnectionRange;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.Verdict;
import nl.poort25.ticket.Ticket;

/**
 * A request that fulfils every rule, with a partner, a connection and addresses of its own, until
 * flaws are added; it can be asked as one or in a file.
 */
public final class PlayedRequest {
  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /** What the provider has: all that is asked lies in it. */
  public static final Cidr NETWORK = Cidr.of("45.0.0.0/8");

  /** What a request can be of. */
  public enum Of {
    OWN(ExemptionKind.OWN_MAIL_SERVICE, ConnectionKind.BUSINESS_LINE),
    OWN_OUTSIDE(ExemptionKind.OWN_MAIL_SERVICE, ConnectionKind.BUSINESS_LINE),
    COLOCATION(ExemptionKind.COLOCATION, ConnectionKind.COLOCATION),
    THIRD_PARTY(ExemptionKind.THIRD_PARTY, ConnectionKind.BUSINESS_LINE);

    private final ExemptionKind kind;
    private final ConnectionKind place;

    Of(ExemptionKind kind, ConnectionKind place) {
      this.kind = kind;
      this.place = place;
    }

    private boolean isFromAnywhere() {
      return this == OWN || this == COLOCATION;
    }
  }

  /** What can be wrong with one; the first ones can be so in a file as well. */
  public enum Flaw {
    NOTHING(r -> {}),
    CONNECTION_ENDED(r -> r.ended = true),
    TELEWORKER_LINE(r -> r.place = ConnectionKind.TELEWORKER_LINE),
    BUSINESS_LINE(r -> r.place = ConnectionKind.BUSINESS_LINE),
    TWO_SERVERS(r -> r.serve(2)),
    THREE_SERVERS(r -> r.serve(2, 3)),
    TWO_OTHER_SERVERS(r -> r.others.addAll(List.of(r.end(201), r.end(202)))),
    NO_NAME(r -> r.thirdParty = null),
    NO_SOURCE(r -> r.sources.clear()),
    WIDE_SOURCE(r -> r.from("8.%d.0.0/16".formatted(r.number))),
    SOURCE_INSIDE(r -> r.from("45.250.0." + r.number)),
    PRIVATE_SOURCE(r -> r.from("10.0.0." + r.number)),
    OFF_THE_CONNECTION(r -> r.to("45.251.0." + r.number)),
    LINE_IS_TAKEN(r -> r.taken = true),
    SOURCE_WITHOUT_DESTINATION(r -> r.sources.add("2a02:%x::/48".formatted(r.number))),
    NOT_IN_THE_NETWORK(r -> r.to("9.9.9." + r.number)),
    NO_CONNECTION(r -> r.place = null),
    MEASURES_NOT_TICKED(r -> r.acknowledged = new Acknowledgements(false, true)),
    POLICY_NOT_TICKED(r -> r.acknowledged = new Acknowledgements(true, false)),
    PARTNER_IS_INVESTIGATED(r -> r.partnerInvestigated = true),
    ADDRESS_IS_INVESTIGATED(r -> r.addressInvestigated = true);

    private final Consumer<PlayedRequest> make;

    Flaw(Consumer<PlayedRequest> make) {
      this.make = make;
    }

    /** Whether a line of a file can have it without being refused for it. */
    boolean isOfAFile() {
      return compareTo(LINE_IS_TAKEN) <= 0;
    }
  }

  private final int number;
  private final Of of;
  private final List<Flaw> flaws;
  private final List<String> servers = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();
  private final List<String> destinations = new ArrayList<>();
  private String thirdParty = "Filter BV";
  private ConnectionKind place;
  private Acknowledgements acknowledged = Acknowledgements.BOTH;
  private boolean ended;
  private boolean taken;
  private boolean partnerInvestigated;
  private boolean addressInvestigated;
  private Partner partner;
  private Connection connection;
  private Account by;

  /**
   * @param number from 1, below 250
   */
  public PlayedRequest(int number, Of of, List<Flaw> flaws) {
    this.number = number;
    this.of = of;
    this.flaws = flaws;
    place = of.place;
    if (of != Of.THIRD_PARTY) {
      servers.add(end(1));
    }
    if (of == Of.THIRD_PARTY) {
      sources.add("8.8.%d.1".formatted(number));
    }
    if (!of.isFromAnywhere()) {
      destinations.add("45.%d.0.1".formatted(number));
    }
    flaws.forEach(flaw -> flaw.make.accept(this));
  }

  /** The address of a mail server: inside of the network, or outside. */
  private String end(int last) {
    return (of.isFromAnywhere() ? "45.%d.0." : "8.8.%d.").formatted(number) + last;
  }

  private void serve(int... more) {
    if (of != Of.THIRD_PARTY) {
      Arrays.stream(more)
          .mapToObj(this::end)
          .filter(address -> !servers.contains(address))
          .forEach(servers::add);
    }
  }

  private void from(String source) {
    if (of == Of.OWN_OUTSIDE) {
      servers.set(0, source);
    } else if (of == Of.THIRD_PARTY && !sources.isEmpty()) {
      sources.set(0, source);
    }
  }

  private void to(String destination) {
    (of.isFromAnywhere() ? servers : destinations).set(0, destination);
  }

  /** One of the same partner that asks for a line of that one, on a connection of its own. */
  public static PlayedRequest besides(int number, PlayedRequest first) {
    var second = new PlayedRequest(number, first.of, List.of(Flaw.TWO_SERVERS));
    second.partner = first.partner;
    if (first.of == Of.THIRD_PARTY) {
      second.sources.set(0, first.sources.get(0));
    } else {
      second.servers.set(0, first.servers.get(1));
    }
    if (!first.of.isFromAnywhere()) {
      second.destinations.set(0, first.destinations.get(0));
    }
    return second;
  }

  public boolean isFlawless() {
    return flaws.stream().allMatch(flaw -> flaw == Flaw.NOTHING || flaw == Flaw.TWO_SERVERS);
  }

  public boolean isOfAFile() {
    return flaws.stream().allMatch(Flaw::isOfAFile);
  }

  /** Fills the database with what it meets. */
  public void meet(EntityManager em, Account who) {
    by = who;
    partner = partner == null ? partner(em, "A") : partner;
    if (place != null) {
      connection = connection(em, "ZAK-" + number, place, partner);
      var range = Cidr.of("45.%d.0.0/24".formatted(number));
      em.persist(new ConnectionRange(connection, range, NOW));
      if (ended) {
        em.createQuery("update Connection c set c.endedAt = :now where c = :ended")
            .setParameter("now", NOW)
            .setParameter("ended", connection)
            .executeUpdate();
      }
      if (!others.isEmpty()) {
        var answers = new ExemptionAnswers(of == Of.OWN_OUTSIDE);
        answers.setServers(servers(others));
        answers.setDestinations(cidrs(destinations));
        open(em, "B", new Exemption(of.kind, answers, partner, by, NOW), connection);
      }
    }
    if (taken) {
      var holder = partner(em, "C");
      var on = connection(em, "VER-" + number, ConnectionKind.COLOCATION, holder);
      open(em, "C", exemption(holder), on);
    }
    if (partnerInvestigated) {
      investigate(em, "D", "45.252.0." + number);
    }
    if (addressInvestigated) {
      investigate(em, "E", of.isFromAnywhere() ? servers.get(0) : destinations.get(0));
    }
    em.flush();
  }

  private Partner partner(EntityManager em, String series) {
    var made = new Partner("Partner " + series + number, NOW);
    em.persist(made);
    return made;
  }

  private static Connection connection(
      EntityManager em, String reference, ConnectionKind kind, Partner whose) {
    var made = new Connection(reference, kind, whose, null, null, NOW);
    em.persist(made);
    return made;
  }

  private static List<Cidr> cidrs(List<String> texts) {
    return texts.stream().map(Cidr::of).toList();
  }

  /** Each with a name of its own. */
  private List<MailServer> servers(List<String> addresses) {
    return addresses.stream()
        .map(address -> new MailServer(host(address), address, null, null, null))
        .toList();
  }

  private String host(String address) {
    return "mx" + address.replaceAll("[^0-9]", "-") + ".p" + number + ".example";
  }

  private Exemption exemption(Partner whose) {
    var answers = new ExemptionAnswers(of == Of.OWN_OUTSIDE);
    answers.setServers(servers(servers));
    if (of == Of.THIRD_PARTY) {
      answers.setThirdParty(thirdParty, null, cidrs(sources));
    }
    if (!of.isFromAnywhere()) {
      answers.setDestinations(cidrs(destinations));
    }
    return new Exemption(of.kind, answers, whose, by, NOW);
  }

  /** As it waits for staff once it is sent. */
  public Exemption send(EntityManager em) {
    return open(em, "A", exemption(partner), connection);
  }

  private Exemption open(EntityManager em, String series, Exemption exemption, Connection on) {
    exemption.chooseConnection(on);
    em.persist(exemption);
    var ticket = em.find(Ticket.class, ticket(em, series));
    var openings = exemption.lines().stream().map(line -> new Opening(exemption, line, true));
    var all = openings.toList();
    exemption.takeOver(ticket, null, new Verdict(List.of()), all, NOW, NOW);
    all.forEach(em::persist);
    return exemption;
  }

  private long ticket(EntityManager em, String series) {
    em.createNativeQuery(
            "insert into ticket (number, matter, partner_id, about, violations, received_at,"
                + " stage, queue_at, version) values (:number, 'EXEMPTION', :partner, 'x', 0,"
                + " current_timestamp, 'OPEN', current_timestamp, 0)")
        .setParameter("number", series + number)
        .setParameter("partner", partner.getId())
        .executeUpdate();
    return em.createQuery("select t.id from Ticket t where t.number = :number", Long.class)
        .setParameter("number", series + number)
        .getSingleResult();
  }

  private void investigate(EntityManager em, String series, String address) {
    var whose = series.equals("D") ? partner : partner(em, series);
    var on = connection(em, "MIS-" + series + number, ConnectionKind.BUSINESS_LINE, whose);
    em.flush();
    em.createNativeQuery(
            "insert into abuse_case (number, partner_id, connection_id, ticket_id, state,"
                + " opened_at, opened_by, reason, relay_denied_since, version) values (:number,"
                + " :partner, :connection, :ticket, 'OPEN', current_timestamp, :by, 'x',"
                + " current_timestamp, 0)")
        .setParameter("number", series + number)
        .setParameter("partner", whose.getId())
        .setParameter("connection", on.getId())
        .setParameter("ticket", ticket(em, series))
        .setParameter("by", by.getId())
        .executeUpdate();
    em.createNativeQuery(
            "insert into abuse_case_address (case_id, address, address_key, open_key, opened_at)"
                + " select id, :address, :key, :key, opened_at from abuse_case"
                + " where number = :number")
        .setParameter("address", address)
        .setParameter("key", Cidr.of(address).firstKey())
        .setParameter("number", series + number)
        .executeUpdate();
  }

  /** As a request of its own, a draft. */
  public ExemptionCandidate asked(EntityManager em) {
    var draft = exemption(partner);
    draft.chooseConnection(
        connection == null ? null : em.find(Connection.class, connection.getId()));
    em.persist(draft);
    return ExemptionCandidate.of(draft, draft.lines(), acknowledged);
  }

  /** As lines of a file. */
  public String lines() {
    var to = of.isFromAnywhere() ? servers : destinations;
    var from = of == Of.THIRD_PARTY ? sources : servers;
    var pairs =
        of.isFromAnywhere() || from.isEmpty()
            ? to.stream().map(one -> line(one, ""))
            : from.stream().flatMap(source -> to.stream().map(one -> line(one, source)));
    return pairs.collect(Collectors.joining());
  }

  private String line(String to, String from) {
    String name =
        of == Of.THIRD_PARTY
            ? Objects.toString(thirdParty, "")
            : host(of.isFromAnywhere() ? to : from);
    return String.join(";", to, from, "ZAK-" + number, of.kind.name(), "2019-05-31", name) + "\n";
  }

  @Override
  public String toString() {
    return number + " " + of + " " + flaws;
  }
}
