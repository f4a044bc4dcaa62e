package nl.poort25.network;

import java.util.List;
import java.util.stream.Stream;
import nl.poort25.imports.FileImports;
import nl.poort25.text.Text;

/**
 * Difference between an upload of prefixes and those that count: what it would add and remove.
 *
 * @param known how many of its prefixes count already
 * @param gone those that an earlier upload of that kind brought, and that are not in this one
 */
public record PrefixDifference(
    List<Cidr> added, List<ProviderPrefix> gone, int known, OrphanedRanges outside) {
  public boolean isNothing() {
    return added.isEmpty() && gone.isEmpty();
  }

  /** In a sentence. */
  public Text getSaid() {
    return isNothing()
        ? Text.of("network.prefix.import.same", known)
        : Text.of("network.prefix.import.differs", added.size(), gone.size(), known);
  }

  /** Whether prefixes go and nothing of the network goes with them. */
  public boolean isWithoutLoss() {
    return !gone.isEmpty() && outside.isNothing();
  }

  public List<Cidr> getGoneCidrs() {
    return gone.stream().map(ProviderPrefix::getCidr).toList();
  }

  public String digest() {
    return FileImports.digest(
        Stream.of(
                added.stream().map(cidr -> "+" + cidr),
                gone.stream().map(prefix -> "-" + prefix.getId()),
                outside.ranges().stream().map(range -> "r" + range.getId()),
                outside.uses().stream().map(use -> "u" + use.number() + use.address()))
            .flatMap(lines -> lines));
  }
}
