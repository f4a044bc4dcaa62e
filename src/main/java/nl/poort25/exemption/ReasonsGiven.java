package nl.poort25.exemption;

import java.util.Map;
import java.util.Set;

/**
 * The reasons for the flows that a decision does not grant.
 *
 * @param own of single lines, by the id of the opening
 * @param rest of every line, as far as it has nothing of its own
 */
public record ReasonsGiven(Map<Long, RefusalReason> own, RefusalReason rest) {
  /** Of a decision that refuses no single line. */
  public static final ReasonsGiven NONE =
      new ReasonsGiven(Map.of(), new RefusalReason(Set.of(), null, null));

  RefusalReason of(Opening line) {
    var its = own.get(line.getId());
    return its == null ? rest : its.orElse(rest);
  }
}
