package nl.poort25.imports;

import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.poort25.web.FileOrText;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Upload;

/**
 * The submitted form of an import: an uploaded file or pasted text.
 *
 * @param sent null for a form that nobody has filled in yet
 * @param text what is to be read; of use where there are no errors
 */
public record ImportForm(FileOrText sent, String text, FormErrors errors) {
  /** Faults that a page shows. */
  private static final int SHOWN = 200;

  static ImportForm empty() {
    return new ImportForm(null, null, new FormErrors());
  }

  static ImportForm read(Upload upload, FileImports imports) {
    var errors = new FormErrors();
    var sent =
        FileOrText.read(upload, "text", 1000 * imports.kilobytes(), imports.kilobytes(), errors);
    return new ImportForm(sent, errors.isEmpty() ? sent.text(errors) : null, errors);
  }

  Page addTo(Page page, FileImports imports) {
    return page.with("text", sent == null ? null : sent.pasted())
        .with("kilobytes", imports.kilobytes())
        .with("pasting", Math.min(imports.kilobytes(), FileOrText.KILOBYTES));
  }

  Response refused(Page page) {
    if (sent.file() != null && text != null) { // nothing is wrong with it, but with another field
      errors.add(FileOrText.FILE, "web.upload.again");
    }
    return page.with("errors", errors).refused();
  }

  Response refused(Page page, List<LineFault> faults) {
    long lines = faults.stream().map(LineFault::line).distinct().count();
    return page.with("faults", faults.subList(0, Math.min(SHOWN, faults.size())))
        .with("more", Math.max(0, faults.size() - SHOWN))
        .with("faulty", lines)
        .with("errors", errors.add(sent.field(), "network.upload.faulty", lines))
        .refused();
  }
}
