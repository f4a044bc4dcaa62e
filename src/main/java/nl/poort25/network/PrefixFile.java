package nl.poort25.network;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.poort25.network.NetworkImport.Kind;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Reading;

/**
 * What was read from a file of RIPE.
 *
 * @param prefixes allocated or assigned, without duplicates
 * @param skipped how many records were left out: of another holder or state, or of another kind
 * @param faults with any, nothing of it counts
 */
record PrefixFile(Kind kind, Set<Cidr> prefixes, int skipped, List<LineFault> faults) {
  private static final Pattern RPSL = Pattern.compile("(?mi)^(inetnum|inet6num)\\s*:");

  /** What can be wrong with a line of either format. */
  enum Fault {
    FIELDS,
    REGISTRY,
    TYPE,
    ADDRESS,
    COUNT,
    LENGTH,
    STATUS,
    TRUNCATED,
    ATTRIBUTE,
    RANGE,
    NO_STATUS,
    NOTHING
  }

  /**
   * Told apart by what is in it.
   *
   * @param opaqueId the holder's in a delegated-extended file; not needed for objects
   */
  static PrefixFile read(String text, String opaqueId) {
    return isOfObjects(text)
        ? new InetnumReader().read(text)
        : new DelegatedReader(opaqueId).read(text);
  }

  static boolean isOfObjects(String text) {
    return RPSL.matcher(text).find();
  }

  /** Gathers what the two readers find. */
  static final class Finds {
    private final Set<Cidr> prefixes = new LinkedHashSet<>();
    private final List<LineFault> faults = new ArrayList<>();
    private int skipped;

    /** Has one line, or one object, read; where its reader fails, that is its fault. */
    void read(int line, String text, Runnable reader) {
      boolean read =
          Reading.one(
              () -> {
                reader.run();
                return true;
              },
              () -> false);
      if (!read) {
        fault(LineFault.of(line, text, LineFault.Unforeseen.UNREADABLE));
      }
    }

    void skip() {
      skipped++;
    }

    void fault(int line, String text, Fault fault, Object... arguments) {
      faults.add(LineFault.of(line, text, fault, arguments));
    }

    void fault(LineFault fault) {
      faults.add(fault);
    }

    /** From the first to the last address, which need not be one prefix. */
    void range(int line, String text, IPAddress first, IPAddress last) {
      for (IPAddress block : first.spanWithPrefixBlocks(last)) {
        prefix(line, text, Cidr.of(block));
      }
    }

    void prefix(int line, String text, Cidr cidr) {
      Verdict.of(NetworkRule.values(), NetworkCase.ofPrefix(cidr, List.of())).violations().stream()
          .map(finding -> LineFault.of(line, text, finding))
          .forEach(faults::add);
      prefixes.add(cidr);
    }

    PrefixFile as(Kind kind, String looked) {
      if (faults.isEmpty() && prefixes.isEmpty()) {
        fault(1, "", Fault.NOTHING, looked);
      }
      return new PrefixFile(kind, prefixes, skipped, faults);
    }
  }
}
