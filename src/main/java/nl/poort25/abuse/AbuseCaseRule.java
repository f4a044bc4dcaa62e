package nl.poort25.abuse;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.poort25.abuse.AbuseCaseRuleFacts.Address;
import nl.poort25.database.StoredName;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.policy.Rule;
import nl.poort25.policy.RuleBody;

/** When addresses may be blocked for abuse, and when a case may end. */
@StoredName("AbuseRule")
enum AbuseCaseRule implements Rule<AbuseCaseRuleFacts> {
  ADDRESS_HAS_A_HOLDER(
      Article.A4_13.portal(), c -> those(c, a -> a.connection() == null && !a.ofProvider())),

  /** a block does not cover them */
  ADDRESS_IS_NOT_THE_PROVIDERS(Article.A2_5.portal(), c -> those(c, Address::ofProvider)),

  /** the offenders are the connections */
  ADDRESSES_SHARE_A_CONNECTION(
      Article.A4_13.portal(),
      c -> {
        var connections =
            c.addresses().stream()
                .map(Address::connection)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return c.isNew() && connections.size() > 1 ? connections : List.of();
      }),

  /** a case is about one partner, whatever he moves the server to */
  ADDRESS_IS_OF_THE_PARTNER(
      Article.A4_13.portal(),
      c ->
          c.addresses().stream()
              .filter(a -> a.otherPartner() != null)
              .map(a -> a.address() + " (" + a.otherPartner() + ")")
              .toList()),

  ADDRESS_IS_IN_NO_OTHER_CASE(
      Article.A4_13.portal(),
      c ->
          c.addresses().stream()
              .filter(a -> a.openCase() != null)
              .map(a -> a.address() + " (" + a.openCase() + ")")
              .toList()),

  /** whoever holds the address now need not be whom the complaint is about */
  REPORTS_ARE_ABOUT_THE_HOLDER(
      Article.A4_13.portal(),
      c ->
          those(
              c,
              a ->
                  a.connection() != null
                      && a.complainedOf().stream().anyMatch(r -> !r.equals(a.connection())))),

  /** the offenders are the numbers of the items */
  EVERY_ITEM_IS_ACCEPTED(
      Article.A4_14.portal(),
      c ->
          c.items().stream()
              .filter(i -> i.judgement() != AnswerReview.ACCEPTED)
              .map(i -> String.valueOf(i.kind().getNumber()))
              .toList()),

  /** the offender is who wants to end it */
  SECOND_PERSON_CLOSES(
      Article.A4_14.portal(),
      c ->
          c.repeated() && c.involved().contains(c.closer())
              ? List.of(c.closer().name())
              : List.of());

  private final RuleBody<AbuseCaseRuleFacts> body;

  AbuseCaseRule(Citation cites, Function<AbuseCaseRuleFacts, List<String>> offenders) {
    body = new RuleBody<>(cites, offenders);
  }

  private static List<String> those(AbuseCaseRuleFacts facts, Predicate<Address> which) {
    return facts.addresses().stream().filter(which).map(Address::address).toList();
  }

  @Override
  public RuleBody<AbuseCaseRuleFacts> body() {
    return body;
  }
}
