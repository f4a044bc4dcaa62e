package nl.poort25.abuse;

import java.util.HashSet;
import nl.poort25.abuse.AbuseCaseRuleFacts.Item;
import nl.poort25.abuse.AbuseCaseRuleFacts.Person;
import nl.poort25.account.Account;

/** Builds the facts by which {@link AbuseCaseRule} judges the end of a case. */
final class CaseClosureFactsBuilder {
  private CaseClosureFactsBuilder() {}

  static AbuseCaseRuleFacts facts(AbuseCase seen, boolean repeated, Account by) {
    var involved = new HashSet<Person>();
    involved.add(person(seen.getOpenedBy()));
    seen.getItems().stream()
        .map(InvestigationItem::getJudgedBy)
        .filter(judge -> judge != null)
        .forEach(judge -> involved.add(person(judge)));
    return AbuseCaseRuleFacts.closure(
        seen.getItems().stream().map(i -> new Item(i.getKind(), i.getJudgement())).toList(),
        repeated,
        person(by),
        involved);
  }

  private static Person person(Account account) {
    return new Person(account.getId(), account.getName());
  }
}
