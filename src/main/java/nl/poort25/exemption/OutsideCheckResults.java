package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Looks up the last tries from outside for openings, and says which have not been tried. */
@ApplicationScoped
public class OutsideCheckResults {
  @Inject OutsideCheckSource outside;

  /** By the ids of the openings; nothing of one that is not open. */
  public Map<Long, OutsideCheckResult> of(Collection<Opening> openings) {
    var open = openings.stream().filter(o -> o.getPort() == PortState.OPEN).toList();
    var seen = new HashMap<>(outside.seen(open));
    open.forEach(opening -> seen.putIfAbsent(opening.getId(), untried(opening)));
    return Map.copyOf(seen);
  }

  private static OutsideCheckResult untried(Opening opening) {
    var sight =
        opening.getSource() == null ? OutsideCheckStatus.NOT_TRIED : OutsideCheckStatus.SOURCE_ONLY;
    return new OutsideCheckResult(sight, null, null);
  }
}
