package nl.poort25.mailservice;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.poort25.mailservice.MailServiceRuleFacts.Taken;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.policy.Rule;
import nl.poort25.policy.RuleBody;

/** Which mail services a name may have, and where their mail may go. */
enum MailServiceRule implements Rule<MailServiceRuleFacts> {
  REGISTRATION_IS_ACTIVE(Article.A3_6.policy(), c -> c.active() ? List.of() : List.of(c.name())),

  IRONPORT_IS_SINGLE(Article.A3_9.portal(), c -> second(c, MailServiceKind.IRONPORT)),

  CATCH_ALL_IS_SINGLE(Article.A3_9.portal(), c -> second(c, MailServiceKind.POP3_CATCH_ALL)),

  /** the offenders are the services in the way */
  CATCH_ALL_EXCLUDES_SMTP(
      Article.A3_9.portal(),
      c ->
          Stream.concat(
                  c.kind().isForAll()
                      ? others(c, taken -> taken.delivery().isDelivered())
                      : Stream.of(),
                  c.isDelivered() ? others(c, taken -> taken.kind().isForAll()) : Stream.of())
              .map(Taken::title)
              .distinct()
              .toList()),

  BOX_IS_NEW(
      Article.A3_9.portal(),
      c ->
          c.kind().hasLocalPart() && sameAgain(c)
              ? List.of(c.delivery().localPart() + "@" + c.name())
              : List.of()),

  /** the policy sets no maximum; twice to one place is one order sent twice */
  DESTINATION_IS_NEW(
      Article.A3_9.portal(),
      c ->
          c.kind().isAlwaysDelivered() && sameAgain(c)
              ? List.of(c.delivery().destination())
              : List.of()),

  DESTINATION_IS_REACHABLE(Article.A3_9.portal(), MailServiceRuleFacts::unreachable);

  private final RuleBody<MailServiceRuleFacts> body;

  MailServiceRule(Citation cites, Function<MailServiceRuleFacts, List<String>> offenders) {
    body = new RuleBody<>(cites, offenders);
  }

  private static Stream<Taken> others(MailServiceRuleFacts facts, Predicate<Taken> which) {
    return facts.taken().stream().filter(which);
  }

  private static List<String> second(MailServiceRuleFacts facts, MailServiceKind kind) {
    return facts.kind() == kind
            && others(facts, taken -> taken.kind() == kind).findAny().isPresent()
        ? List.of(kind.getTitle())
        : List.of();
  }

  private static boolean sameAgain(MailServiceRuleFacts facts) {
    return facts.delivery() != null
        && facts.taken().contains(new Taken(facts.kind(), facts.delivery()));
  }

  @Override
  public RuleBody<MailServiceRuleFacts> body() {
    return body;
  }
}
