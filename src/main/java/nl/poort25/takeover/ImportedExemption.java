package nl.poort25.takeover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.account.Account;
import nl.poort25.exemption.Exemption;
import nl.poort25.exemption.ExemptionAnswers;
import nl.poort25.exemption.ExemptionCandidate;
import nl.poort25.exemption.ExemptionRuleFacts.Acknowledgements;
import nl.poort25.exemption.MailServer;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.takeover.OpeningFile.Entry;

/**
 * Lines of an import file that become one exemption.
 *
 * @param number of the group in the file, from 0
 */
record ImportedExemption(int number, List<Entry> entries) {
  /** Of one exemption: what its page and its columns have room for. */
  static final int MOST_LINES = 50;

  /** The entries by connection and kind, and by what else an exemption has only one of. */
  static List<ImportedExemption> of(List<Entry> entries) {
    Map<String, List<Entry>> open = new LinkedHashMap<>();
    var all = new ArrayList<ImportedExemption>();
    for (var entry : entries) {
      var group = open.computeIfAbsent(entry.group(), key -> new ArrayList<>());
      if (group.isEmpty()) {
        all.add(new ImportedExemption(all.size(), group));
      }
      group.add(entry);
      if (group.size() == MOST_LINES) {
        open.remove(entry.group());
      }
    }
    return all;
  }

  String reference() {
    return entries.get(0).reference();
  }

  ExemptionKind kind() {
    return entries.get(0).kind();
  }

  /** Own servers outside the provider's network. */
  boolean isOutside() {
    return kind() == ExemptionKind.OWN_MAIL_SERVICE && entries.get(0).flow().source() != null;
  }

  /** The third party's name, or null. */
  String thirdParty() {
    return kind() == ExemptionKind.THIRD_PARTY ? entries.get(0).host() : null;
  }

  List<Flow> lines() {
    return entries.stream().map(Entry::flow).toList();
  }

  private List<Cidr> sources() {
    return entries.stream().map(e -> e.flow().source()).filter(s -> s != null).distinct().toList();
  }

  private List<Cidr> destinations() {
    return entries.stream().map(e -> e.flow().destination()).distinct().toList();
  }

  /** Its mail servers: one of a name has its IPv4 and its IPv6 address together (4.5). */
  List<MailServer> servers() {
    var servers = new ArrayList<MailServer>();
    if (kind() == ExemptionKind.THIRD_PARTY) {
      return servers;
    }
    for (var entry : entries) {
      var flow = entry.flow();
      var server =
          MailServer.takenOver(entry.host(), isOutside() ? flow.source() : flow.destination());
      int same = 0;
      while (same < servers.size() && !servers.get(same).isSame(server)) {
        same++;
      }
      if (same < servers.size()) {
        servers.set(same, servers.get(same).with(server));
      } else {
        servers.add(server);
      }
    }
    return servers;
  }

  /** The little that is known. */
  private ExemptionAnswers answers() {
    var answers = new ExemptionAnswers(isOutside());
    answers.setServers(servers());
    if (kind() == ExemptionKind.THIRD_PARTY) {
      answers.setThirdParty(thirdParty(), null, sources());
    }
    if (kind() == ExemptionKind.THIRD_PARTY || isOutside()) {
      answers.setDestinations(destinations());
    }
    return answers;
  }

  /** As the rules judge it: nobody sent it, so that nobody could tick a box. */
  ExemptionCandidate asked(Connection connection) {
    return new ExemptionCandidate(
        -1 - number,
        kind(),
        connection.getPartner().getId(),
        connection,
        answers(),
        lines(),
        Acknowledgements.BOTH);
  }

  Exemption draft(Connection connection, Account by, Instant now) {
    var draft = new Exemption(kind(), answers(), connection.getPartner(), by, now);
    draft.chooseConnection(connection);
    return draft;
  }
}
