package nl.poort25.network;

import inet.ipaddr.AddressValueException;
import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.poort25.imports.FileImport.Kind;
import nl.poort25.imports.FileLine;
import nl.poort25.imports.LineFault;
import nl.poort25.imports.SkippedRecord.Reason;
import nl.poort25.network.PrefixFile.Fault;
import nl.poort25.network.PrefixFile.Finds;
import nl.poort25.setting.StrictAddress;
import nl.poort25.web.MalformedInput;

/**
 * Reads a delegated-extended statistics file of RIPE, or the lines of one holder out of it. The
 * value of an ipv4 record is a number of addresses, that of an ipv6 record a prefix length.
 */
final class DelegatedReader {
  private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");
  private static final String REGISTRY = "ripencc";
  private static final Set<String> GIVEN_OUT = Set.of("allocated", "assigned");
  private static final Set<String> NOT_GIVEN_OUT = Set.of("available", "reserved");
  private static final int STATUS = 6;
  private static final int OPAQUE_ID = 7;

  private final String opaqueId;
  private final Finds finds = new Finds();

  /** As the file's own first line has it; -1 where that line was left out. */
  private long promised = -1;

  private int records;

  DelegatedReader(String opaqueId) {
    this.opaqueId = opaqueId;
  }

  PrefixFile read(String text) {
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        var at = FileLine.of(number, stripped);
        finds.read(at, () -> line(at));
      }
    }
    if (promised >= 0 && promised != records) {
      finds.fault(FileLine.of(number, ""), Fault.TRUNCATED, promised, records);
    }
    return finds.as(Kind.DELEGATED, opaqueId);
  }

  private void line(FileLine line) {
    var fields = List.of(line.text().split("\\|", -1));
    if (VERSION.matcher(fields.get(0)).matches() && fields.size() >= 4) {
      promised = NUMBER.matcher(fields.get(3)).matches() ? Long.parseLong(fields.get(3)) : 0;
    } else if (fields.get(fields.size() - 1).equals("summary")) {
      return;
    } else if (fields.size() < OPAQUE_ID) {
      finds.fault(line, Fault.FIELDS, fields.size());
    } else {
      records++;
      record(line, fields);
    }
  }

  private void record(FileLine line, List<String> fields) {
    if (fields.size() <= OPAQUE_ID || !fields.get(OPAQUE_ID).equals(opaqueId)) {
      finds.leaveOut(Reason.OTHER_HOLDER, line, "");
      return;
    }
    String status = fields.get(STATUS);
    String type = fields.get(2);
    if (!fields.get(0).equals(REGISTRY)) {
      finds.fault(line, Fault.REGISTRY, MalformedInput.toDisplayText(fields.get(0)));
    } else if (type.equals("asn")) {
      finds.leaveOut(Reason.AS_NUMBER, line, fields.get(3));
    } else if (NOT_GIVEN_OUT.contains(status)) {
      finds.leaveOut(Reason.NOT_IN_USE, line, status);
    } else if (!GIVEN_OUT.contains(status)) {
      finds.fault(line, Fault.STATUS, MalformedInput.toDisplayText(status));
    } else if (type.equals("ipv4")) {
      ipv4(line, fields.get(3), fields.get(4));
    } else if (type.equals("ipv6")) {
      ipv6(line, fields.get(3), fields.get(4));
    } else {
      finds.fault(line, Fault.TYPE, MalformedInput.toDisplayText(type));
    }
  }

  private void ipv4(FileLine line, String start, String count) {
    var first = StrictAddress.parse(start).filter(IPAddress::isIPv4);
    if (first.isEmpty()) {
      finds.fault(line, Fault.ADDRESS, MalformedInput.toDisplayText(start));
      return;
    }
    try {
      if (!NUMBER.matcher(count).matches()) {
        throw new AddressValueException(count);
      }
      finds.range(line, first.get(), first.get().increment(Long.parseLong(count) - 1));
    } catch (AddressValueException e) {
      finds.fault(line, Fault.COUNT, MalformedInput.toDisplayText(count));
    }
  }

  private void ipv6(FileLine line, String start, String length) {
    if (StrictAddress.parse(start).filter(IPAddress::isIPv6).isEmpty()) {
      finds.fault(line, Fault.ADDRESS, MalformedInput.toDisplayText(start));
      return;
    }
    try {
      finds.prefix(line, Cidr.parse(start + "/" + length));
    } catch (MalformedInput e) {
      if (e.hasFault(CidrParser.Fault.LENGTH)) {
        finds.fault(line, Fault.LENGTH, MalformedInput.toDisplayText(length));
      } else {
        finds.fault(LineFault.of(line, e));
      }
    }
  }
}
