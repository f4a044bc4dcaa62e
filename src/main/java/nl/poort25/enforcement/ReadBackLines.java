package nl.poort25.enforcement;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.FirewallLine;

/** The lines of a state that a point has by its read-back, whoever made them. */
public final class ReadBackLines {
  private final SortedSet<DesiredLine> lines;

  private ReadBackLines(SortedSet<DesiredLine> lines) {
    this.lines = Collections.unmodifiableSortedSet(lines);
  }

  /** Empty where one of the texts is no line of a state of that target. */
  public static Optional<ReadBackLines> parse(EnforcementTarget target, Collection<String> texts) {
    var lines = new TreeSet<DesiredLine>();
    try {
      texts.forEach(text -> lines.add(DesiredLine.parse(target, text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(new ReadBackLines(lines));
  }

  /** As a point says it of what it holds. */
  public String digest() {
    return DesiredLine.digest(DesiredLine.text(lines));
  }

  SortedSet<DesiredLine> lines() {
    return lines;
  }

  /** As they are after a step, in the order of their text. */
  public List<String> after(StateSteps.Step step) {
    var texts = new TreeSet<String>();
    lines.forEach(line -> texts.add(line.toString()));
    texts.removeAll(step.removed());
    texts.addAll(step.added());
    return List.copyOf(texts);
  }

  public boolean has(DesiredLine line) {
    return lines.contains(line);
  }

  /** Whether that line, or one that covers it, lets it through. */
  public boolean opens(Flow asked) {
    return opened()
        .anyMatch(
            line ->
                line.destination().equals(asked.destination())
                    && (line.source() == null
                        || (asked.source() != null && line.source().contains(asked.source()))));
  }

  /** Whether anything from outside is let through to that address. */
  public boolean opensTo(Cidr address) {
    return opened().anyMatch(line -> line.destination().equals(address));
  }

  /** Whether that address is the provider's, and nothing from outside is let through to it. */
  public boolean closesTo(Cidr address) {
    return prefixes().anyMatch(prefix -> prefix.contains(address)) && !opensTo(address);
  }

  /** Whether any prefix is the provider's: without one everything is open. */
  public boolean hasPrefixes() {
    return prefixes().findAny().isPresent();
  }

  private Stream<Cidr> prefixes() {
    return lines.stream()
        .filter(line -> line instanceof FirewallLine state && state.isPrefix())
        .map(line -> ((FirewallLine) line).destination());
  }

  private Stream<Flow> opened() {
    return lines.stream()
        .filter(FirewallLine.class::isInstance)
        .map(line -> ((FirewallLine) line).opened())
        .filter(Objects::nonNull);
  }
}
