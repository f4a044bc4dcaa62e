package nl.poort25.network;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.poort25.imports.FileImport.Kind;
import nl.poort25.imports.FileLine;
import nl.poort25.imports.FileTally;
import nl.poort25.imports.LineFault;
import nl.poort25.imports.SkippedRecord;
import nl.poort25.policy.Verdict;
import nl.poort25.web.SafeParsing;

/**
 * The prefixes and faults that were read from a RIPE file.
 *
 * @param prefixes allocated or assigned, without duplicates
 * @param tally what became of each of its records
 * @param faults with any, nothing of it counts
 */
record PrefixFile(Kind kind, Set<Cidr> prefixes, FileTally tally, List<LineFault> faults) {
  // with what a paste or grep puts before it, so that its reader can say what is in the way
  private static final Pattern RPSL =
      Pattern.compile("(?mi)^[^|\\n]{0,80}?\\b(inetnum|inet6num)[ \\t\\u00a0]{0,9}:");

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
    TWO_STATUSES,
    NOTHING
  }

  /**
   * Told apart by what is in it.
   *
   * @param opaqueId the holder's in a delegated-extended file; not needed for objects
   */
  static PrefixFile read(String whole, String opaqueId) {
    String text = whole.startsWith("\ufeff") ? whole.substring(1) : whole;
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
    private final FileTally.Builder tally = new FileTally.Builder();

    /** Has one line, or one object, read; where its reader fails, that is its fault. */
    void read(FileLine line, Runnable reader) {
      boolean read =
          SafeParsing.one(
              () -> {
                reader.run();
                return true;
              },
              () -> false);
      if (!read) {
        fault(LineFault.of(line, LineFault.Unforeseen.UNREADABLE));
      }
    }

    void leaveOut(SkippedRecord.Reason reason, FileLine line, String detail) {
      tally.leaveOut(SkippedRecord.of(reason, line, detail));
    }

    void fault(FileLine line, Fault fault, Object... arguments) {
      faults.add(LineFault.of(line, fault, arguments));
    }

    void fault(LineFault fault) {
      faults.add(fault);
    }

    /** From the first to the last address, which need not be one prefix. */
    void range(FileLine line, IPAddress first, IPAddress last) {
      tally.take();
      for (IPAddress block : first.spanWithPrefixBlocks(last)) {
        judge(line, Cidr.of(block));
      }
    }

    void prefix(FileLine line, Cidr cidr) {
      tally.take();
      judge(line, cidr);
    }

    private void judge(FileLine line, Cidr cidr) {
      Verdict.of(NetworkRule.values(), NetworkRuleFacts.ofPrefix(cidr, List.of()))
          .violations()
          .forEach(finding -> faults.add(LineFault.of(line, finding)));
      prefixes.add(cidr);
    }

    PrefixFile as(Kind kind, String looked) {
      var became = tally.build();
      if (faults.isEmpty() && prefixes.isEmpty()) {
        fault(FileLine.of(1, ""), Fault.NOTHING, looked);
        became.named().forEach(left -> faults.add(left.fault()));
      }
      return new PrefixFile(kind, prefixes, became, faults);
    }
  }
}
