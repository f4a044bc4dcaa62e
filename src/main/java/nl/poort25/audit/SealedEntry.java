package nl.poort25.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * An entry as it is sealed: every column of its row.
 *
 * @param at in whole microseconds, as both databases keep it
 */
record SealedEntry(
    long id,
    Instant at,
    Long actorId,
    String actorName,
    boolean actorStaff,
    String actorAddress,
    String act,
    String subjectType,
    long subjectId,
    String subjectLabel,
    Long partnerId,
    String before,
    String after,
    String policyVersion) {

  /** The same for the same row alone: each text with its length, what is not there as such. */
  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(id);
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
      write(out, actorId == null ? null : actorId.toString());
      write(out, actorName);
      out.writeBoolean(actorStaff);
      write(out, actorAddress);
      write(out, act);
      write(out, subjectType);
      out.writeLong(subjectId);
      write(out, subjectLabel);
      write(out, partnerId == null ? null : partnerId.toString());
      write(out, before);
      write(out, after);
      write(out, policyVersion);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
    } else {
      byte[] utf8 = text.getBytes(UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }
  }
}
