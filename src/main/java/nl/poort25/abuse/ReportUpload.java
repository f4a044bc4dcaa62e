package nl.poort25.abuse;

import java.util.ArrayList;
import java.util.List;
import nl.poort25.web.Malformed;
import nl.poort25.web.Reading;
import nl.poort25.web.Sha256;
import nl.poort25.web.Text;

/** What was uploaded, read: one report, or those of a mailbox file. */
public record ReportUpload(List<Message> messages) {
  /**
   * @param number in the file, from 1
   * @param digest of its bytes
   * @param report null where it was refused
   * @param refusal null where it was read
   */
  record Message(int number, String digest, ParsedReport report, Text refusal) {}

  /**
   * One that cannot be read stops no other.
   *
   * @throws Malformed if the file as a whole is more than is read
   */
  public static ReportUpload read(byte[] file, ReportLimits limits) {
    var messages = new ArrayList<Message>();
    for (byte[] raw : Mailbox.split(file, limits)) {
      messages.add(message(messages.size() + 1, raw, limits));
    }
    if (messages.isEmpty()) {
      throw ReportFault.EMPTY.refusal("");
    }
    return new ReportUpload(messages);
  }

  private static Message message(int number, byte[] raw, ReportLimits limits) {
    String digest = Sha256.hex(raw);
    try {
      return Reading.one(
          () -> new Message(number, digest, new ReportReader(limits).read(raw), null),
          () -> {
            throw ReportFault.UNREADABLE.refusal("");
          });
    } catch (Malformed e) {
      return new Message(number, digest, null, e.text());
    }
  }
}
