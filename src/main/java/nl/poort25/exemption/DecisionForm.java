package nl.poort25.exemption;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.policy.Article;
import nl.poort25.web.Choices;
import nl.poort25.web.FormErrors;

/** Reads what staff has filled in to decide. */
final class DecisionForm {
  private static final int LONGEST = 2000;
  private static final int LONGEST_REASON = 1000;

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
    return new Decisions.Asked(version(), lines, overruled, Set.of(), reason, null);
  }

  /** Keeps open what was taken over, with a reason for each rule that it violates. */
  Decisions.Asked acceptance() {
    var overruled = overruled();
    return new Decisions.Asked(version(), Set.of(), overruled, Set.of(), null, null);
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
    var cites = EnumSet.noneOf(Article.class);
    for (String name : sent.getOrDefault("cites", List.of())) {
      var article = Choices.find(Article.class, name);
      if (article != null) {
        cites.add(article);
      }
    }
    String reason = errors.required("no-reason", sent.getFirst("no-reason"), LONGEST);
    String cure = errors.optional("cure", sent.getFirst("cure"), LONGEST);
    return new Decisions.Asked(
        version(), Set.of(), new EnumMap<>(ExemptionRule.class), cites, reason, cure);
  }

  /** Of who confirms, or ends: required. */
  String note(String field) {
    return errors.required(field, sent.getFirst(field), LONGEST_REASON);
  }
}
