package nl.poort25.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import nl.poort25.web.Flash;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;
import nl.poort25.web.Upload;

/**
 * Base of the pages of a CSV import: the verdict on each line, and the confirmation that applies
 * all lines. A subclass says what is imported and how.
 */
public abstract class CsvImportPages extends ImportPages {
  private static final String ACCEPTED = ".csv,.txt,text/csv,text/plain";

  /**
   * What is imported, and where its pages are.
   *
   * @param columns their names, in any order and case
   * @param base path of the list that it comes into; that of the import lies below it
   * @param view the template of the preview, without its ending; that of the form has "-new"
   * @param done key of what is said at the end, with how many there are
   */
  protected record Imported(
      FileImport.Kind kind, List<String> columns, String base, String view, String done) {
    public Imported {} // for those of other packages
  }

  protected abstract Imported imported();

  protected abstract CsvImport csv();

  protected ImportPreview<?> preview(String text, Instant now) {
    return csv().preview(text, now);
  }

  @Override
  protected String path() {
    return imported().base() + "/imports";
  }

  @Override
  protected Page formPage(Upload sent) {
    return Page.of(imported().view() + "-new.html")
        .with("accept", ACCEPTED)
        .with("columns", String.join(";", imported().columns()))
        .with("alsoCalled", CsvHeader.alsoCalled(imported().columns()));
  }

  @Override
  protected FileRead read(ImportForm form, Upload sent) {
    return new FileRead(
        imported().kind(), form.text(), null, preview(form.text(), clock.instant()).faults());
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    var upload = get(id);
    return Page.of(imported().view() + ".html")
        .with("upload", upload)
        .with("preview", upload.isOver() ? null : preview(upload.getContent(), clock.instant()));
  }

  @POST
  @Path("{id: \\d{1,18}}/application")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response apply(@PathParam("id") long id, @FormParam("digest") String digest) {
    get(id);
    long by = user.visitor().id();
    return applied(() -> csv().apply(id, digest, by, clock.instant()));
  }

  /** Applies it, and goes to the list. */
  protected Response applied(Supplier<Integer> application) {
    int added = Retry.onCollision(application);
    Flash.say(request, imported().done(), added);
    return Response.seeOther(URI.create(imported().base())).build();
  }

  protected FileImport get(long id) {
    return imports.get(id, imported().kind());
  }
}
