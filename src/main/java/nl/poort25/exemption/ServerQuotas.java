package nl.poort25.exemption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.policy.ExemptionKind;

/**
 * The mail servers that count towards one maximum (4.5), open, waiting or asked for together with
 * what is judged.
 */
final class ServerQuotas {
  /**
   * Of more than is allowed, so many are counted: that there are too many is told of them as well
   * as of all, and a file may name thousands.
   */
  private static final int MOST_MORE = 100;

  /**
   * What servers count towards.
   *
   * @param id of the partner, or of the colocation
   */
  record QuotaKey(ExemptionKind kind, long id) {}

  private record Counted(long exemptionId, MailServer server) {}

  private final Map<QuotaKey, List<Counted>> counted = new HashMap<>();

  /**
   * @param whole null where they count towards nothing
   */
  void add(QuotaKey whole, long exemptionId, List<MailServer> servers) {
    if (whole != null) {
      var all = counted.computeIfAbsent(whole, key -> new ArrayList<>());
      servers.forEach(server -> all.add(new Counted(exemptionId, server)));
    }
  }

  /** Those of other exemptions. */
  List<MailServer> others(ExemptionCandidate asked, int maximum) {
    return counted.getOrDefault(asked.whole(), List.of()).stream()
        .filter(one -> one.exemptionId() != asked.id())
        .map(Counted::server)
        .distinct()
        .limit(maximum + MOST_MORE)
        .toList();
  }
}
