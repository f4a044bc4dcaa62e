package nl.poort25.abusereport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Takes a message apart, and counts on the way: no more parts, levels and headers are looked at
 * than the limits say. A message within a part stays closed until it is asked for, so that what is
 * inside a reported message is never looked at. Text is one character a byte.
 */
final class MimeReader {
  private static final int MOST_FIELDS = 1000;
  private static final int LONGEST_FIELD = 16 * 1024;
  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxHeaderCount(MOST_FIELDS)
          .setMaxHeaderLen(LONGEST_FIELD)
          .setMaxLineLen(-1)
          .setMaxContentLen(-1)
          .build();

  /** Lets everything pass, and remembers that something was wrong. */
  private final class Monitor extends DecodeMonitor {
    @Override
    public boolean warn(String error, String dropped) {
      isBroken = true;
      return false;
    }

    @Override
    public boolean isListening() {
      return true;
    }
  }

  private final ReportLimits limits;
  private final DecodeMonitor monitor = new Monitor();
  private boolean isBroken;
  private int parts;

  MimeReader(ReportLimits limits) {
    this.limits = limits;
  }

  /**
   * @param type such as "multipart/report", in small letters
   * @param charset as the part says it, or null
   * @param content of what has no parts, without its transfer encoding
   * @param broken whether its transfer encoding is: some of the content may be missing
   * @param children of a multipart
   * @param rest bytes behind the end of a multipart that are not blank
   * @param depth of the message that was uploaded: 0
   */
  record Part(
      MailFields fields,
      String type,
      String charset,
      String content,
      boolean broken,
      List<Part> children,
      int rest,
      int depth) {
    boolean isMultipart() {
      return type.startsWith("multipart/");
    }

    boolean isMessage() {
      return type.equals("message/rfc822") || type.equals("message/global");
    }

    /** Of a message of which the rest was left out. */
    boolean isHeaders() {
      return type.equals("text/rfc822-headers")
          || type.equals("message/rfc822-headers")
          || type.equals("message/global-headers");
    }

    boolean isText() {
      return type.startsWith("text/") && !isHeaders();
    }

    /** As people read it. */
    String words() {
      try {
        return charset == null || charset.equalsIgnoreCase("us-ascii")
            ? SanitizedText.decoded(content)
            : new String(content.getBytes(ISO_8859_1), Charset.forName(charset));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        return SanitizedText.decoded(content);
      }
    }
  }

  /** The message that was uploaded, or one within a part. */
  Part message(String text, int depth) {
    var stream = stream(text, monitor);
    try {
      return entity(stream, depth);
    } catch (MimeException e) {
      throw ReportFault.HEADERS.refusal(""); // nothing else is strict
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of an array in memory
    }
  }

  /** The fields at the beginning of a text, up to an empty line. */
  static MailFields fields(String text) {
    var fields = new ArrayList<MailFields.Field>();
    var stream = stream(text, DecodeMonitor.SILENT);
    try {
      while (stream.getState() != EntityState.T_END_HEADER) {
        if (stream.next() == EntityState.T_FIELD) {
          fields.add(field(stream));
        }
      }
    } catch (MimeException e) {
      throw ReportFault.HEADERS.refusal("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MailFields(fields);
  }

  private static MimeTokenStream stream(String text, DecodeMonitor monitor) {
    var stream = new MimeTokenStream(CONFIG, monitor, null);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    return stream;
  }

  /** From its beginning to its end, at which the stream then stands. */
  private Part entity(MimeTokenStream stream, int depth) throws IOException, MimeException {
    if (depth > limits.depth()) {
      throw ReportFault.TOO_DEEP.refusal(String.valueOf(limits.depth()));
    }
    if (++parts > limits.parts()) {
      throw ReportFault.TOO_MANY_PARTS.refusal(String.valueOf(limits.parts()));
    }
    var fields = new ArrayList<MailFields.Field>();
    var children = new ArrayList<Part>();
    String type = "text/plain";
    String charset = null;
    String content = "";
    boolean broken = false;
    int rest = 0;
    while (true) {
      switch (stream.next()) {
        case T_FIELD -> fields.add(field(stream));
        case T_BODY -> {
          type = stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
          charset = stream.getBodyDescriptor().getCharset();
          isBroken = false; // what was wrong with its headers is left out
          content = new String(stream.getDecodedInputStream().readAllBytes(), ISO_8859_1);
          broken = isBroken;
          if (fields.stream().anyMatch(MimeReader::isOfMultipart)) {
            throw ReportFault.BOUNDARY.refusal("");
          }
        }
        case T_START_MULTIPART ->
            type = stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
        case T_END_MULTIPART -> {
          if (children.isEmpty()) {
            throw ReportFault.BOUNDARY.refusal("");
          }
        }
        case T_START_BODYPART -> children.add(entity(stream, depth + 1));
        case T_EPILOGUE ->
            rest = new String(stream.getInputStream().readAllBytes(), ISO_8859_1).strip().length();
        case T_END_BODYPART, T_END_MESSAGE, T_END_OF_STREAM -> {
          return new Part(
              new MailFields(fields),
              type,
              charset,
              content,
              broken,
              List.copyOf(children),
              rest,
              depth);
        }
        default -> {} // the ends of what was begun, and what stands before the first part
      }
    }
  }

  /** Of one whose boundary is not said. */
  private static boolean isOfMultipart(MailFields.Field field) {
    return field.isCalled("Content-Type")
        && field.value().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static MailFields.Field field(MimeTokenStream stream) {
    var field = stream.getField();
    return new MailFields.Field(field.getName().strip(), field.getBody().strip());
  }
}
