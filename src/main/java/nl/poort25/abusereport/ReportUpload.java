package nl.poort25.abusereport;

import java.util.ArrayList;
import java.util.List;
import nl.poort25.text.Text;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.SafeParsing;
import nl.poort25.web.Sha256;

/** What was uploaded, read: one report, or those of a mailbox file. */
public record ReportUpload(List<Message> messages) {
  /**
   * @param number in the file, from 1
   * @param digest of its text, whatever its line ends
   * @param digestOfBytes by which the earlier ones are known
   * @param report null where it was refused
   * @param refusal null where it was read
   */
  public record Message(
      int number, String digest, String digestOfBytes, ParsedReport report, Text refusal) {}

  /**
   * One that cannot be read stops no other.
   *
   * @throws MalformedInput if the file as a whole is more than is read
   */
  public static ReportUpload read(byte[] file, ReportLimits limits) {
    var messages = new ArrayList<Message>();
    for (var piece : MboxSplitter.split(file, limits)) {
      messages.add(message(messages.size() + 1, piece, limits));
    }
    if (messages.isEmpty()) {
      throw ReportFault.EMPTY.refusal("");
    }
    return new ReportUpload(messages);
  }

  private static Message message(int number, MboxSplitter.Piece piece, ReportLimits limits) {
    byte[] raw = piece.bytes();
    String digest = Sha256.hex(RawText.canonical(raw));
    String ofBytes = Sha256.hex(raw);
    try {
      return SafeParsing.one(
          () -> new Message(number, digest, ofBytes, read(piece, limits), null),
          () -> {
            throw ReportFault.UNREADABLE.refusal("");
          });
    } catch (MalformedInput e) {
      return new Message(number, digest, ofBytes, null, e.text());
    }
  }

  private static ParsedReport read(MboxSplitter.Piece piece, ReportLimits limits) {
    var reader = new ReportReader(limits);
    return piece.json() ? reader.readJson(piece.bytes()) : reader.read(piece.bytes());
  }
}
