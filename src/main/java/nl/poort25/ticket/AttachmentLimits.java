package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.text.FileSize;
import nl.poort25.web.FileName;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Upload;
import nl.poort25.web.Uploads;

/** Which files a message may carry: how many, how large, of which types. */
@ApplicationScoped
public class AttachmentLimits {
  private List<String> endings;
  private int kilobytes;
  private int most;

  protected AttachmentLimits() {}

  /**
   * @throws IllegalStateException if a type is set that the portal does not know
   */
  @Inject
  public AttachmentLimits(Settings settings, Uploads uploads) {
    endings = settings.list(Setting.FILE_TYPES);
    kilobytes = uploads.kilobytes();
    most = uploads.most();
    for (String ending : endings) {
      if (AttachmentType.of("x." + ending).isEmpty()) {
        throw new IllegalStateException(
            Setting.FILE_TYPES.key()
                + " must be of pdf, png, jpg, jpeg, txt, csv, log, eml, zip,"
                + " not "
                + ending);
      }
    }
  }

  /** Makes it now, so that a setting that cannot be used stops the start. */
  void start(@Observes Startup event) {}

  /** As a page names them: "pdf, png". */
  public String types() {
    return String.join(", ", endings);
  }

  public int kilobytes() {
    return kilobytes;
  }

  public int most() {
    return most;
  }

  /**
   * What can be kept of the files of that field; with an error at the field for the first fault.
   */
  List<NewAttachment> read(Upload upload, String field, FormErrors errors) {
    var files = new ArrayList<NewAttachment>();
    var sent = upload.files(field);
    if (sent.size() > most) {
      errors.add(field, "ticket.files.many", most);
      return files;
    }
    for (var file : sent) {
      String name = FileName.clean(file.name());
      var type = endings.contains(AttachmentType.ending(name)) ? AttachmentType.of(name) : null;
      if (type == null || type.isEmpty()) {
        errors.add(field, "ticket.files.type", shown(name), types());
      } else if (file.bytes().length == 0) {
        errors.add(field, "ticket.files.empty", name);
      } else if (file.bytes().length > 1024 * kilobytes) {
        errors.add(field, "ticket.files.large", name, FileSize.of(kilobytes));
      } else if (!type.get().matches(file.bytes())) {
        errors.add(field, "ticket.files.content", name, AttachmentType.ending(name));
      } else {
        files.add(new NewAttachment(name, type.get(), file.bytes()));
      }
    }
    return files;
  }

  private static String shown(String name) {
    return name.isEmpty() ? "?" : name;
  }
}
