package nl.poort25.network;

import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** What all uploads have in common. */
public final class Uploads {
  /** Faults that a page shows. */
  private static final int SHOWN = 200;

  private Uploads() {}

  public static FormErrors check(String text, NetworkImports imports) {
    var errors = new FormErrors();
    if (text == null || text.isBlank()) {
      return errors.add("text", "web.form.required");
    }
    if (imports.isTooLong(text)) {
      return errors.add("text", "network.upload.too-long", imports.kilobytes());
    }
    return text.indexOf('\0') >= 0 ? errors.add("text", "web.form.control") : errors;
  }

  public static Response refused(Page page, List<LineFault> faults) {
    long lines = faults.stream().map(LineFault::line).distinct().count();
    return page.with("faults", faults.subList(0, Math.min(SHOWN, faults.size())))
        .with("more", Math.max(0, faults.size() - SHOWN))
        .with("faulty", lines)
        .with("errors", new FormErrors().add("text", "network.upload.faulty", lines))
        .refused();
  }
}
