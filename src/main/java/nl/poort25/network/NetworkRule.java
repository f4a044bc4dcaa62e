package nl.poort25.network;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.policy.Rule;
import nl.poort25.policy.RuleBody;

/** What the provider's network is, and who may hold which addresses of it. */
enum NetworkRule implements Rule<NetworkRuleFacts> {
  PREFIX_IS_PUBLIC(Article.A2_2.policy(), c -> texts(c.prefixes(), p -> !PublicSpace.contains(p))),

  PREFIX_IS_NEW(Article.A2_2.portal(), c -> texts(c.prefixes(), c.network()::contains)),

  REFERENCE_IS_NEW(
      Article.A4_8.policy(), c -> c.referenceTaken() ? List.of(c.reference()) : List.of()),

  RANGES_IN_NETWORK(
      Article.A2_2.policy(), c -> texts(c.ranges(), r -> !r.isCoveredBy(c.network()))),

  RANGES_ARE_APART(
      Article.A4_7.portal(),
      c ->
          IntStream.range(0, c.ranges().size())
              .filter(
                  i ->
                      c.ranges().subList(0, i).stream()
                          .anyMatch(other -> other.overlaps(c.ranges().get(i))))
              .mapToObj(i -> c.ranges().get(i).toString())
              .toList()),

  RANGES_ARE_FREE(
      Article.A4_7.portal(),
      c ->
          c.held().stream()
              .filter(h -> c.ranges().stream().anyMatch(r -> r.overlaps(h.cidr())))
              .map(h -> h.cidr() + " (" + h.reference() + ")")
              .distinct()
              .toList()),

  /** what is on that list is open from anywhere: a partner gets it open by a decision only (4.7) */
  RANGES_ARE_NO_MAIL_SERVERS(
      Article.A2_5.portal(),
      c ->
          c.mailServers().stream()
              .filter(server -> c.ranges().stream().anyMatch(server::overlaps))
              .map(Cidr::toString)
              .toList()),

  OPENINGS_ARE_DEALT_WITH(
      Article.A4_7.portal(), c -> c.closing() ? List.of() : List.copyOf(c.openings())),

  NOT_UNDER_INVESTIGATION(Article.A4_14.policy(), NetworkRuleFacts::investigations);

  private final RuleBody<NetworkRuleFacts> body;

  NetworkRule(Citation cites, Function<NetworkRuleFacts, List<String>> offenders) {
    body = new RuleBody<>(cites, offenders);
  }

  private static List<String> texts(List<Cidr> cidrs, java.util.function.Predicate<Cidr> isWrong) {
    return cidrs.stream().filter(isWrong).map(Cidr::toString).toList();
  }

  @Override
  public RuleBody<NetworkRuleFacts> body() {
    return body;
  }
}
