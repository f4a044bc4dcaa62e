package nl.poort25.abuse;

import java.util.List;
import java.util.Set;

/**
 * Every fact that the rules of a case may look at: before its block, or before its end.
 *
 * @param addresses that are to be blocked; none before the end
 * @param isNew whether the addresses are a new case's; an open one takes in what its partner moves
 *     the server to
 * @param items of the checklist; none before the block
 * @param repeated whether an earlier case on one of the addresses was opened less than a year
 *     before this one
 * @param closer who wants to end the case; null before the block
 * @param involved who opened the case or judged one of its items
 */
record AbuseCaseRuleFacts(
    List<Address> addresses,
    boolean isNew,
    List<Item> items,
    boolean repeated,
    Person closer,
    Set<Person> involved) {

  /**
   * @param connection reference of the one that it is on now; null where no partner holds it
   * @param openCase number of the case that it is in already; null where it is in none
   * @param complainedOf references of the connections that it was on at the times of the reports
   * @param otherPartner who holds it, where that is another than whom the open case is about that
   *     it is to be added to; else null
   * @param ofProvider whether it is a mail server of the provider itself (2.5)
   */
  record Address(
      String address,
      String connection,
      String openCase,
      Set<String> complainedOf,
      String otherPartner,
      boolean ofProvider) {}

  /**
   * @param judgement null where there is none
   */
  record Item(ItemKind kind, AnswerReview judgement) {}

  record Person(long id, String name) {}

  static AbuseCaseRuleFacts block(List<Address> addresses) {
    return new AbuseCaseRuleFacts(addresses, true, List.of(), false, null, Set.of());
  }

  static AbuseCaseRuleFacts extension(List<Address> addresses) {
    return new AbuseCaseRuleFacts(addresses, false, List.of(), false, null, Set.of());
  }

  static AbuseCaseRuleFacts closure(
      List<Item> items, boolean repeated, Person closer, Set<Person> involved) {
    return new AbuseCaseRuleFacts(List.of(), false, items, repeated, closer, involved);
  }
}
