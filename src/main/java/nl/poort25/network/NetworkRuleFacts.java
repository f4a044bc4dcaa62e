package nl.poort25.network;

import java.util.List;

/**
 * Every fact that the rules of the network may look at; what a case is not about is empty.
 *
 * @param prefixes that are to be the provider's
 * @param network the provider's prefixes, as far as they matter here
 * @param reference of a new connection, or null
 * @param referenceTaken whether another connection has it, or had it
 * @param ranges that are to be given out on one connection
 * @param held what other lines of the same upload or connections have, as far as it matters here
 * @param mailServers of the provider that are on its list or proposed for it, likewise
 * @param openings numbers of the exemptions, open or asked for, that would lose their addresses
 * @param closing whether staff said that these shall be closed
 * @param investigations numbers of the open cases of abuse that cover what would be moved
 */
record NetworkRuleFacts(
    List<Cidr> prefixes,
    List<Cidr> network,
    String reference,
    boolean referenceTaken,
    List<Cidr> ranges,
    List<Held> held,
    List<Cidr> mailServers,
    List<String> openings,
    boolean closing,
    List<String> investigations) {

  /**
   * @param reference of the connection that has it
   */
  record Held(Cidr cidr, String reference) {}

  static NetworkRuleFacts ofPrefix(Cidr prefix, List<Cidr> network) {
    return new NetworkRuleFacts(
        List.of(prefix),
        network,
        null,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        List.of());
  }

  static NetworkRuleFacts ofRanges(
      String reference,
      boolean referenceTaken,
      List<Cidr> ranges,
      List<Cidr> network,
      List<Held> held,
      List<Cidr> mailServers,
      List<String> investigations) {
    return new NetworkRuleFacts(
        List.of(),
        network,
        reference,
        referenceTaken,
        ranges,
        held,
        mailServers,
        List.of(),
        false,
        investigations);
  }

  static NetworkRuleFacts ofLoss(
      List<String> openings, boolean closing, List<String> investigations) {
    return new NetworkRuleFacts(
        List.of(),
        List.of(),
        null,
        false,
        List.of(),
        List.of(),
        List.of(),
        openings,
        closing,
        investigations);
  }
}
