package nl.poort25.network;

import java.util.List;

/**
 * Every fact that the rules of the provider's own mail servers may look at.
 *
 * @param address that is to come on the list; null where it is to leave it
 * @param inNetwork whether it lies in a prefix of the provider
 * @param connection reference of the partner's connection that it is on, or null
 * @param investigations numbers of the open cases of abuse on it
 * @param taken whether it is on the list, or proposed for it, already
 * @param proposer who proposed the change; null where it is only proposed now
 * @param confirmer who is to let it be so; null where it is only proposed now
 */
record ProviderMailServerRuleFacts(
    String address,
    boolean inNetwork,
    String connection,
    List<String> investigations,
    boolean taken,
    Person proposer,
    Person confirmer) {

  record Person(long id, String name) {}

  static ProviderMailServerRuleFacts ofRemoval(Person proposer, Person confirmer) {
    return new ProviderMailServerRuleFacts(null, true, null, List.of(), false, proposer, confirmer);
  }
}
