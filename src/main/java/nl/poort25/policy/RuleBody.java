package nl.poort25.policy;

import java.util.List;
import java.util.function.Function;

/**
 * What a rule says: what it rests on, and what it finds in the facts.
 *
 * @param offenders what breaks the rule; none if it holds
 */
public record RuleBody<C>(Citation cites, Function<C, List<String>> offenders) {}
