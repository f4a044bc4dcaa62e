package nl.poort25.mx;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** All names that a TestDns knows, and the honest answer to a question. */
final class TestZone {
  private static final long TTL = 3600;

  private final Map<String, List<Record>> names = new ConcurrentHashMap<>();
  private final Set<String> tops = ConcurrentHashMap.newKeySet();
  private volatile Duration soaTtl = Duration.ofMinutes(15);
  private volatile Duration soaMinimum = Duration.ofMinutes(10);

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }

  void put(String name, String... records) {
    names.put(key(name), Arrays.stream(records).map(text -> record(name, text)).toList());
  }

  /** Makes it the top of a zone, which has an SOA. */
  void top(String name) {
    tops.add(key(name));
  }

  void remove(String name) {
    names.remove(key(name));
  }

  void soa(Duration ttl, Duration minimum) {
    soaTtl = ttl;
    soaMinimum = minimum;
  }

  private static Record record(String name, String text) {
    String[] parts = text.split(" ", 2);
    try {
      if (parts[0].matches("\\d+")) {
        String[] rest = parts[1].split(" ", 2);
        return record(name, Long.parseLong(parts[0]), rest[0], rest[1]);
      }
      return record(name, TTL, parts[0], parts[1]);
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Record record(String name, long ttl, String type, String data) throws IOException {
    return Record.fromString(
        Name.fromString(name, Name.root), Type.value(type), DClass.IN, ttl, data, Name.root);
  }

  Message answer(Message query) {
    Record question = query.getQuestion();
    var answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RD);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(question, Section.QUESTION);
    Name owner = question.getName();
    for (int aliases = 0; aliases < 20; aliases++) {
      Name alias = add(answer, owner, question.getType());
      if (alias == null) {
        break;
      }
      owner = alias;
    }
    if (query.getOPT() != null) {
      answer.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
    }
    return answer;
  }

  /** Adds what the name has of the type, and returns where its alias leads. */
  private Name add(Message answer, Name owner, int type) {
    List<Record> here = names.get(key(owner.toString()));
    if (here == null && above(owner) != null) {
      // as systemd-resolved passes it on: without the CNAME that is made of it
      answer.addRecord(above(owner), Section.ANSWER);
      try {
        return owner.fromDNAME(above(owner));
      } catch (NameTooLongException e) {
        answer.getHeader().setRcode(Rcode.YXDOMAIN);
        return null;
      }
    }
    if (here == null) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
      addSoa(answer, owner);
      return null;
    }
    var aliases = here.stream().filter(CNAMERecord.class::isInstance).toList();
    if (!aliases.isEmpty()) {
      aliases.forEach(alias -> answer.addRecord(alias, Section.ANSWER));
      return ((CNAMERecord) aliases.get(0)).getTarget();
    }
    List<Record> asked = here.stream().filter(record -> record.getType() == type).toList();
    asked.forEach(record -> answer.addRecord(record, Section.ANSWER));
    if (asked.isEmpty() && type == Type.SOA && isTop(owner)) {
      answer.addRecord(soaOf(owner), Section.ANSWER);
    } else if (asked.isEmpty()) {
      addSoa(answer, owner);
    }
    return null;
  }

  private DNAMERecord above(Name owner) {
    for (Name name = owner; name.labels() > 2; ) {
      name = new Name(name, 1);
      for (Record record : names.getOrDefault(key(name.toString()), List.of())) {
        if (record instanceof DNAMERecord dname) {
          return dname;
        }
      }
    }
    return null;
  }

  private void addSoa(Message answer, Name owner) {
    if (soaTtl != null) {
      answer.addRecord(soaOf(topOf(owner)), Section.AUTHORITY);
    }
  }

  private SOARecord soaOf(Name top) {
    return new SOARecord(
        top,
        DClass.IN,
        soaTtl.toSeconds(),
        top,
        top,
        1,
        7200,
        3600,
        1209600,
        soaMinimum.toSeconds());
  }

  /** A top of its own, or the last label with the root: as if each top-level domain held all. */
  private Name topOf(Name owner) {
    Name name = owner;
    while (name.labels() > 2 && !isTop(name)) {
      name = new Name(name, 1);
    }
    return name;
  }

  private boolean isTop(Name name) {
    return tops.contains(key(name.toString()));
  }
}
