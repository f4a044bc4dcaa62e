package nl.poort25.exemption;

import java.util.List;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;

/** Exactly what would go open by a request (4.6), as far as its answers say. */
final class RequestedFlows {
  private RequestedFlows() {}

  static List<Flow> of(ExemptionKind kind, ExemptionAnswers answers) {
    var servers = answers.getServers().stream().flatMap(s -> s.addresses().stream()).toList();
    if (kind != ExemptionKind.THIRD_PARTY && !answers.isOutside()) {
      return servers.stream().distinct().map(to -> new Flow(null, to)).toList();
    }
    var sources = kind == ExemptionKind.THIRD_PARTY ? answers.getSources() : servers;
    return sources.stream().distinct().flatMap(from -> from(from, answers)).toList();
  }

  private static Stream<Flow> from(Cidr source, ExemptionAnswers answers) {
    return answers.getDestinations().stream()
        .distinct()
        .filter(to -> to.isIpv6() == source.isIpv6())
        .map(to -> new Flow(source, to));
  }
}
