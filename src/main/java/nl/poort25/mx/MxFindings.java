package nl.poort25.mx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.poort25.mx.MxFinding.Cure;
import nl.poort25.mx.MxFinding.Kind;

/** Judges the records of one set, each in the light of the others. */
final class MxFindings {
  private final List<MxRecord> wanted;
  private final List<MxRecord> found;
  private final int highest;
  // what no record was found to be, or to be meant as: each is made of one faulty record at most
  private final Set<MxRecord> absent;

  private MxFindings(List<MxRecord> wanted, List<MxRecord> records) {
    this.wanted = wanted;
    found = records.stream().distinct().sorted().toList();
    highest = wanted.stream().mapToInt(MxRecord::preference).max().orElseThrow();
    absent = new HashSet<>(wanted);
    found.forEach(absent::remove);
  }

  /** In the order in which senders try the records; of duplicates, one. */
  static List<MxFinding> of(List<MxRecord> wanted, List<MxRecord> records) {
    var judging = new MxFindings(wanted, records);
    List<MxFinding> findings = new ArrayList<>(judging.found.stream().map(judging::judge).toList());
    judging.absent.forEach(
        missing -> findings.add(judging.finding(missing, Kind.MISSING, Cure.ADD, missing)));
    findings.sort(Comparator.comparing(MxFinding::record));
    return findings;
  }

  private MxFinding judge(MxRecord record) {
    if (record.isNullMx()) {
      return finding(record, Kind.NULL_MX, Cure.REMOVE, null);
    } else if (wanted.contains(record)) {
      return finding(record, Kind.RIGHT, Cure.LEAVE, record);
    } else if (record.preference() > highest) {
      return finding(record, Kind.MAY_STAY, Cure.LEAVE, null);
    }
    Optional<MxRecord> relay =
        firstWanted(w -> record.host().equals(w.host()) && absent.contains(w));
    if (relay.isPresent()) {
      absent.remove(relay.get());
      Kind kind = isSwapped(record, relay.get()) ? Kind.SWAPPED : Kind.WRONG_PREFERENCE;
      return finding(record, kind, Cure.CHANGE, relay.get());
    }
    Optional<MxRecord> dotless = firstWanted(w -> record.host().startsWith(w.host() + "."));
    if (dotless.isPresent()) {
      Cure cure = absent.remove(dotless.get()) ? Cure.WRITE_DOT : Cure.REMOVE;
      return finding(record, Kind.LOOKS_UNDOTTED, cure, dotless.get());
    }
    return finding(record, Kind.NOT_ABOVE, Cure.REMOVE_OR_RAISE, null);
  }

  private boolean isSwapped(MxRecord record, MxRecord meant) {
    return wanted.stream()
        .filter(other -> other.preference() == record.preference())
        .anyMatch(other -> found.contains(new MxRecord(meant.preference(), other.host())));
  }

  private Optional<MxRecord> firstWanted(Predicate<MxRecord> which) {
    return wanted.stream().filter(which).findFirst();
  }

  private MxFinding finding(MxRecord record, Kind kind, Cure cure, MxRecord meant) {
    return new MxFinding(kind, cure, record, Optional.ofNullable(meant), highest);
  }
}
