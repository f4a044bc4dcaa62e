package nl.poort25.exemption;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.poort25.web.FormErrors;

/** Reads what staff has filled in to decide. */
final class DecisionForm {
  private static final int LONGEST = 2000;
  private static final int LONGEST_REASON = 1000;
  private static final Pattern OF_A_LINE =
      Pattern.compile("refused-(?:cites|reason|cure)-(\\d{1,18})");

  private final MultivaluedMap<String, String> sent;
  private final FormErrors errors;

  DecisionForm(MultivaluedMap<String, String> sent, FormErrors errors) {
    this.sent = sent;
    this.errors = errors;
  }

  int version() {
    return version(sent);
  }

  /** The version that somebody saw; one that no page has shown where it cannot be read. */
  static int version(MultivaluedMap<String, String> sent) {
    String version = sent.getFirst("version");
    return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
  }

  Set<Long> lines() {
    return sent.getOrDefault("line", List.of()).stream()
        .filter(id -> id.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .collect(Collectors.toSet());
  }

  /** Approves the lines that are ticked, with a reason for each rule that is set aside. */
  Decisions.Asked approval() {
    var overruled = overruled();
    var lines = lines();
    if (lines.isEmpty()) {
      errors.add("line", "exemption.decide.no-line");
    }
    String reason = errors.optional("reason", sent.getFirst("reason"), LONGEST);
    return new Decisions.Asked(version(), lines, refusals(), overruled, Set.of(), reason, null);
  }

  /** Why lines that are not ticked are refused: each for itself, and what is said of the rest. */
  private Refusals refusals() {
    var own = new HashMap<Long, Refusal>();
    for (String field : sent.keySet()) {
      var one = OF_A_LINE.matcher(field);
      if (one.matches()) {
        own.computeIfAbsent(Long.valueOf(one.group(1)), id -> refusal("-" + id));
      }
    }
    return new Refusals(own, refusal(""));
  }

  private Refusal refusal(String of) {
    String reason = "refused-reason" + of;
    String cure = "refused-cure" + of;
    return new Refusal(
        Cites.named(sent.getOrDefault("refused-cites" + of, List.of())),
        errors.optional(reason, sent.getFirst(reason), LONGEST_REASON),
        errors.optional(cure, sent.getFirst(cure), LONGEST_REASON));
  }

  /** Keeps open what was taken over, with a reason for each rule that it violates. */
  Decisions.Asked acceptance() {
    var overruled = overruled();
    return new Decisions.Asked(version(), Set.of(), Refusals.NONE, overruled, Set.of(), null, null);
  }

  private Map<ExemptionRule, String> overruled() {
    var overruled = new EnumMap<ExemptionRule, String>(ExemptionRule.class);
    for (var rule : ExemptionRule.values()) {
      String field = "overrule-" + rule;
      String why = errors.optional(field, sent.getFirst(field), LONGEST_REASON);
      if (why != null) {
        overruled.put(rule, why);
      }
    }
    return overruled;
  }

  Decisions.Asked rejection() {
    var cites = Cites.named(sent.getOrDefault("cites", List.of()));
    String reason = errors.required("no-reason", sent.getFirst("no-reason"), LONGEST);
    String cure = errors.optional("cure", sent.getFirst("cure"), LONGEST);
    return new Decisions.Asked(version(), Set.of(), Refusals.NONE, Map.of(), cites, reason, cure);
  }

  /** Of who confirms, or ends: required. */
  String note(String field) {
    return errors.required(field, sent.getFirst(field), LONGEST_REASON);
  }
}
