package nl.poort25.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import nl.poort25.text.FileSize;

/**
 * What a form takes as a file, in its field {@value #FILE}, or pasted into a text area: one of the
 * two.
 *
 * @param field that it came in, where its faults are shown
 * @param name of the file; null for what was pasted
 * @param file null for what was pasted
 * @param pasted to be shown again; null for a file, which the page cannot fill in again
 */
@SuppressWarnings("ArrayRecordComponent") // only handed on
public record FileOrText(String field, String name, byte[] file, String pasted) {
  public static final String FILE = "file";

  /** How much can be pasted, in units of 1,024: as much as any form takes. */
  public static final int KILOBYTES = Uploads.FORM / 1024;

  /**
   * @param area the name of the text area
   * @param largest bytes of a file
   * @param kilobytes the same as a page says it
   * @param errors gets one where it is none, both, or too much; then only {@link #pasted} is of use
   */
  public static FileOrText read(
      Upload form, String area, int largest, int kilobytes, FormErrors errors) {
    String text = form.text(area);
    boolean isPasted = text != null && !text.isBlank();
    if (form.files(FILE).isEmpty()) {
      int longest = Math.min(largest, Uploads.FORM);
      if (!isPasted) {
        errors.add(FILE, "web.upload.none");
      } else if (text.length() > longest) {
        errors.add(area, "web.upload.long", FileSize.of(Math.min(kilobytes, KILOBYTES)));
        text = null; // whoever now chooses a file would have both
      }
      return new FileOrText(area, null, null, text);
    }
    var file = form.files(FILE).get(0);
    String clean = FileName.clean(file.name());
    String name = clean.isEmpty() ? "?" : clean;
    if (isPasted) {
      errors.add(area, "web.upload.both", name);
    } else if (file.bytes().length == 0) {
      errors.add(FILE, "web.upload.empty", name);
    } else if (file.bytes().length > largest) {
      errors.add(FILE, "web.upload.large", name, FileSize.of(kilobytes));
    }
    return new FileOrText(FILE, name, file.bytes(), text);
  }

  public byte[] bytes() {
    return file == null ? pasted.getBytes(UTF_8) : file;
  }

  /** It as text; null, with an error at its field, where it is in no encoding that is known. */
  public String text(FormErrors errors) {
    if (file == null) {
      if (pasted.indexOf('\0') >= 0) {
        errors.add(field, "web.form.control");
      }
      return pasted;
    }
    String text = TextBytes.decoded(file);
    if (text == null || text.indexOf('\0') >= 0) {
      errors.add(field, "web.upload.encoding", name);
      return null;
    }
    return text;
  }
}
