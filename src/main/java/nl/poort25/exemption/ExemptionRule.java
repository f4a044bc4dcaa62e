package nl.poort25.exemption;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;
import nl.poort25.network.ConnectionKind;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.Rule;
import nl.poort25.policy.RuleBody;

/** What a request must fulfil to be approved; what it does not, staff can overrule, but 4.14. */
public enum ExemptionRule implements Rule<ExemptionRuleFacts> {
  IS_ON_A_CONNECTION(
      Article.A4_8.policy(),
      c ->
          c.place() == null
              ? List.of("–")
              : c.place().ended() ? List.of(c.place().reference()) : List.of()),

  NOT_OVER_A_TELEWORKER_LINE(
      Article.A4_2.policy(),
      c ->
          c.kind() == ExemptionKind.OWN_MAIL_SERVICE && is(c, ConnectionKind.TELEWORKER_LINE)
              ? List.of(c.place().reference())
              : List.of()),

  COLOCATION_IS_ONE(
      Article.A4_3.policy(),
      c ->
          c.kind() == ExemptionKind.COLOCATION
                  && c.place() != null
                  && !is(c, ConnectionKind.COLOCATION)
              ? List.of(c.place().reference())
              : List.of()),

  /** counted per partner over all that is open or waiting (4.5) */
  PARTNER_HAS_FEW_SERVERS(Article.A4_1.policy(), c -> tooMany(c, ExemptionKind.OWN_MAIL_SERVICE)),

  /** counted per colocation over all that is open or waiting (4.5) */
  COLOCATION_HAS_FEW_SERVERS(Article.A4_3.policy(), c -> tooMany(c, ExemptionKind.COLOCATION)),

  THIRD_PARTY_IS_NAMED(
      Article.A4_4.portal(),
      c ->
          c.kind() == ExemptionKind.THIRD_PARTY && (c.thirdParty() == null || c.sources().isEmpty())
              ? List.of(c.thirdParty() == null ? "–" : c.thirdParty())
              : List.of()),

  SOURCE_IS_NARROW(
      Article.A4_6.portal(),
      c ->
          texts(
              c.sources().stream()
                  .filter(
                      s ->
                          s.length()
                              < (s.isIpv6() ? c.narrowest().ipv6() : c.narrowest().ipv4())))),

  /** what comes from inside was never blocked (2.1) */
  SOURCE_IS_OUTSIDE(Article.A4_6.portal(), c -> texts(c.space().inside().stream())),

  SOURCE_IS_PUBLIC(Article.A4_6.portal(), c -> texts(c.space().notPublic().stream())),

  /** IPv4 does not reach IPv6: nothing would go open for it */
  SOURCE_HAS_A_DESTINATION(
      Article.A4_6.portal(),
      c ->
          texts(
              c.sources().stream()
                  .filter(
                      s -> c.destinations().stream().noneMatch(d -> d.isIpv6() == s.isIpv6())))),

  DESTINATION_IS_IN_THE_NETWORK(Article.A2_2.policy(), c -> texts(c.space().outside().stream())),

  DESTINATION_IS_ON_THE_CONNECTION(
      Article.A4_7.portal(),
      c ->
          c.place() == null
              ? List.of()
              : texts(
                  c.destinations().stream()
                      .filter(d -> c.place().ranges().stream().noneMatch(r -> r.contains(d))))),

  DESTINATION_IS_FREE(
      Article.A4_7.portal(),
      c ->
          c.taken().stream()
              .filter(l -> l.source() == null)
              .map(l -> l.destination() + "")
              .toList()),

  PAIR_IS_FREE(
      Article.A4_7.portal(),
      c ->
          c.taken().stream()
              .filter(l -> l.source() != null)
              .map(l -> l.source() + " → " + l.destination())
              .toList()),

  MEASURES_ARE_ACKNOWLEDGED(
      Article.A4_12.portal(), c -> c.acknowledged().measures() ? List.of() : List.of("–")),

  POLICY_IS_ACKNOWLEDGED(
      Article.A1_2.portal(), c -> c.acknowledged().policy() ? List.of() : List.of("–")),

  NO_ABUSE_IS_INVESTIGATED(Article.A4_14.policy(), ExemptionRuleFacts::abuse);

  private final RuleBody<ExemptionRuleFacts> body;

  ExemptionRule(Citation cites, Function<ExemptionRuleFacts, List<String>> offenders) {
    body = new RuleBody<>(cites, offenders);
  }

  private static boolean is(ExemptionRuleFacts facts, ConnectionKind kind) {
    return facts.place() != null && facts.place().kind() == kind;
  }

  private static List<String> texts(Stream<Cidr> cidrs) {
    return cidrs.map(Cidr::toString).toList();
  }

  /** The names of all that count, if they are too many. */
  private static List<String> tooMany(ExemptionRuleFacts facts, ExemptionKind kind) {
    if (facts.kind() != kind) {
      return List.of();
    }
    var all = Stream.concat(facts.counted().stream(), facts.servers().stream()).toList();
    var names =
        facts.maximum().byAddress()
            ? texts(all.stream().flatMap(s -> s.addresses().stream()).distinct())
            : distinct(all).stream().map(MailServer::name).toList();
    return names.size() > facts.maximum().servers() ? names : List.of();
  }

  private static List<MailServer> distinct(List<MailServer> servers) {
    var distinct = new ArrayList<MailServer>();
    for (var server : servers) {
      if (distinct.stream().noneMatch(server::isSame)) {
        distinct.add(server);
      }
    }
    return distinct;
  }

  @Override
  public boolean hasFacts(ExemptionRuleFacts facts) {
    boolean sources = !facts.sources().isEmpty();
    boolean destinations = !facts.destinations().isEmpty();
    return switch (this) {
      case NOT_OVER_A_TELEWORKER_LINE, COLOCATION_IS_ONE -> facts.place() != null;
      case PARTNER_HAS_FEW_SERVERS, COLOCATION_HAS_FEW_SERVERS -> !facts.servers().isEmpty();
      case SOURCE_IS_NARROW, SOURCE_IS_OUTSIDE, SOURCE_IS_PUBLIC -> sources;
      case SOURCE_HAS_A_DESTINATION, PAIR_IS_FREE -> sources && destinations;
      case DESTINATION_IS_IN_THE_NETWORK, DESTINATION_IS_FREE -> destinations;
      case DESTINATION_IS_ON_THE_CONNECTION -> destinations && facts.place() != null;
      default -> true;
    };
  }

  /** Whether its offenders are single lines, or the source or the destination of some. */
  public boolean isOfALine() {
    return switch (this) {
      case SOURCE_IS_NARROW,
          SOURCE_IS_OUTSIDE,
          SOURCE_IS_PUBLIC,
          SOURCE_HAS_A_DESTINATION,
          DESTINATION_IS_IN_THE_NETWORK,
          DESTINATION_IS_ON_THE_CONNECTION,
          DESTINATION_IS_FREE,
          PAIR_IS_FREE ->
          true;
      default -> false;
    };
  }

  /** Whether it is said beside a box that is ticked at sending, instead of in the list. */
  boolean isTicked() {
    return this == MEASURES_ARE_ACKNOWLEDGED || this == POLICY_IS_ACKNOWLEDGED;
  }

  /** 1.1: anything but what is investigated, and what only the partner himself can give. */
  public boolean canBeOverruled() {
    return cites().article().canBeOverruled() && !isTicked() && this != IS_ON_A_CONNECTION;
  }

  @Override
  public RuleBody<ExemptionRuleFacts> body() {
    return body;
  }
}
