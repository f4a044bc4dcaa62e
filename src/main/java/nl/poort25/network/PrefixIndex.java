package nl.poort25.network;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The provider's prefixes, indexed for many look-ups. */
final class PrefixIndex {
  private final Set<String> texts = new HashSet<>();
  private final TreeMap<String, Cidr> byFirst = new TreeMap<>();

  PrefixIndex(Collection<Cidr> prefixes) {
    prefixes.forEach(
        prefix -> {
          texts.add(prefix.toString());
          // of those that begin with the same address the widest says it all
          byFirst.merge(
              prefix.firstKey(), prefix, (one, other) -> one.contains(other) ? one : other);
        });
  }

  /** The prefixes that all or a part of it lies in: that contain it, or lie within it. */
  List<Cidr> around(Cidr cidr) {
    return Stream.concat(
            cidr.enclosing().stream().filter(texts::contains).limit(1).map(Cidr::of),
            byFirst.subMap(cidr.firstKey(), true, cidr.lastKey(), true).values().stream())
        .distinct()
        .toList();
  }

  /** Whether all of it lies in the prefixes, be it in several that together have no gap. */
  boolean contains(Cidr cidr) {
    return cidr.isCoveredBy(around(cidr));
  }
}
