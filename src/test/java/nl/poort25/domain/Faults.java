package nl.poort25.domain;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.poort25.text.Bundle;
import org.junit.jupiter.params.provider.Arguments;

/** Holds what can be wrong with something typed together with its texts and examples. */
public final class Faults {
  private Faults() {}

  /** Fails where a fault has no text under the prefix. */
  public static void mustHaveTexts(String prefix, Enum<?>[]... faults) {
    var missing = new TreeSet<>(words(faults));
    missing.removeIf(fault -> Bundle.DUTCH.texts().containsKey(prefix + fault));
    assertEquals(Set.of(), missing);
  }

  /** Fails where a fault is not the first argument of any example. */
  public static void mustHaveExamples(Stream<Arguments> examples, Enum<?>[]... faults) {
    assertEquals(words(faults), examples.map(example -> example.get()[0]).collect(toSet()));
  }

  private static Set<String> words(Enum<?>[]... faults) {
    return Stream.of(faults)
        .flatMap(Arrays::stream)
        .map(fault -> fault.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(toSet());
  }
}
