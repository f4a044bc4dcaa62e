package nl.poort25.exemption;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.poort25.network.Flow;

/** A partner sent his request: it is a ticket now (4.8). */
public record ExemptionSubmitted(Exemption exemption) implements ExemptionAct {
  private static final int LONGEST = 2000;

  @Override
  public Map<String, String> after() {
    var values = new TreeMap<>(ExemptionAct.super.after());
    values.put("kind", exemption.getKind().name());
    values.put("connection", exemption.getConnection().getReference());
    values.put("lines", lines());
    var violations = exemption.getVerdict().violations();
    if (!violations.isEmpty()) {
      values.put("violations", ExemptionRequests.articles(violations));
    }
    return values;
  }

  private String lines() {
    String all =
        exemption.lines().stream()
            .map(Flow::key)
            .collect(Collectors.joining(" "))
            .replace(">", " → ");
    return all.length() > LONGEST ? all.substring(0, LONGEST) : all;
  }
}
