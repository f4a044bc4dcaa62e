package nl.poort25.abuse;

import java.util.HashSet;
import nl.poort25.abuse.AbuseRuleFacts.Item;
import nl.poort25.abuse.AbuseRuleFacts.Person;
import nl.poort25.account.Account;

/** Builds the facts by which {@link AbuseCaseRule} judges the end of a case. */
final class CaseClosureFactsBuilder {
  private CaseClosureFactsBuilder() {}

  static AbuseRuleFacts facts(AbuseCase seen, boolean repeated, Account by) {
    var involved = new HashSet<Person>();
    involved.add(person(seen.getOpenedBy()));
    seen.getItems().stream()
        .map(InvestigationItem::getJudgedBy)
        .filter(judge -> judge != null)
        .forEach(judge -> involved.add(person(judge)));
    return AbuseRuleFacts.closure(
        seen.getItems().stream().map(i -> new Item(i.getKind(), i.getJudgement())).toList(),
        repeated,
        person(by),
        involved);
  }

  private static Person person(Account account) {
    return new Person(account.getId(), account.getName());
  }
}
