package nl.poort25.mx;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The text form in which an answer about MX records is kept, so that every view judges it anew. The
 * first line says what it is, a record a line follows:
 *
 * <pre>
 * found 3600 example.nl
 * 10 smtp.routit.net
 * </pre>
 *
 * or {@code no-record 600 example.nl}, {@code no-name - example.nl} (no TTL known), {@code
 * unavailable TIMEOUT}. Lines of old rows are read for ever: add words, never change one.
 */
final class DnsAnswerText {
  private DnsAnswerText() {}

  static String of(DnsAnswer<MxRecord> answer) {
    if (answer instanceof DnsAnswer.Found<MxRecord> found) {
      var text = new StringBuilder(head("found", Optional.of(found.ttl()), found.owner()));
      found.records().forEach(record -> text.append('\n').append(record));
      return text.toString();
    } else if (answer instanceof DnsAnswer.NoData<MxRecord> none) {
      return head("no-record", none.ttl(), none.owner());
    } else if (answer instanceof DnsAnswer.NxDomain<MxRecord> none) {
      return head("no-name", none.ttl(), none.owner());
    }
    return "unavailable " + ((DnsAnswer.Unavailable<MxRecord>) answer).cause();
  }

  private static String head(String word, Optional<Duration> ttl, String owner) {
    return word + " " + ttl.map(Duration::toSeconds).map(String::valueOf).orElse("-") + " " + owner;
  }

  /**
   * @throws IllegalArgumentException if the text is none of the forms above
   */
  static DnsAnswer<MxRecord> parse(String text) {
    List<String> lines = text.lines().toList();
    String[] head = lines.isEmpty() ? new String[0] : lines.get(0).split(" ", -1);
    if (head.length == 2 && head[0].equals("unavailable") && lines.size() == 1) {
      return new DnsAnswer.Unavailable<>(DnsAnswer.Cause.valueOf(head[1]));
    }
    if (head.length != 3) {
      throw new IllegalArgumentException("no answer: " + Arrays.toString(head));
    }
    Optional<Duration> ttl =
        head[1].equals("-")
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(Long.parseLong(head[1])));
    String owner = head[2];
    List<MxRecord> records = lines.stream().skip(1).map(MxRecord::parse).toList();
    if (head[0].equals("found") && ttl.isPresent()) {
      return new DnsAnswer.Found<>(owner, records, ttl.get());
    } else if (head[0].equals("no-record") && records.isEmpty()) {
      return new DnsAnswer.NoData<>(owner, ttl);
    } else if (head[0].equals("no-name") && records.isEmpty()) {
      return new DnsAnswer.NxDomain<>(owner, ttl);
    }
    throw new IllegalArgumentException("no answer: " + lines.get(0));
  }
}
