package nl.poort25.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import nl.poort25.account.CurrentUser;
import nl.poort25.web.Flash;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;
import nl.poort25.web.Uploads;

/**
 * Base of the pages of a CSV import: the form, the verdict on each line, and the confirmation that
 * applies all lines. A subclass says what is imported and how.
 */
public abstract class ImportPages {
  @Inject FileImports imports;
  @Inject Uploads uploads;
  @Inject protected CurrentUser user;
  @Inject protected InstantSource clock;
  @Context protected HttpServletRequest request;

  /**
   * Where it is on the pages.
   *
   * @param base path of the list that it comes into; that of the import lies below it
   * @param view the template of the preview, without its ending; that of the form has "-new"
   * @param done key of what is said at the end, with how many there are
   */
  protected record Place(String base, String view, String done) {
    public Place {} // for those of other packages

    String path() {
      return base + "/imports";
    }
  }

  protected abstract Place place();

  protected abstract CsvImport csv();

  protected ImportPreview<?> preview(String text, Instant now) {
    return csv().preview(text, now);
  }

  @GET
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Page form() {
    return page(ImportForm.empty());
  }

  @POST
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response upload(InputStream body) throws IOException {
    var form = ImportForm.read(uploads.read(request, body), imports);
    if (!form.errors().isEmpty()) {
      return form.refused(page(form));
    }
    var now = clock.instant();
    var preview = preview(form.text(), now);
    if (!preview.faults().isEmpty()) {
      return form.refused(page(form), preview.faults());
    }
    var upload = imports.keep(csv().kind(), form.text(), user.visitor().id(), now);
    return Response.seeOther(URI.create(place().path() + "/" + upload.getId())).build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    var upload = get(id);
    return Page.of(place().view() + ".html")
        .with("upload", upload)
        .with("outlook", upload.isOver() ? null : preview(upload.getContent(), clock.instant()));
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
    Flash.say(request, place().done(), added);
    return Response.seeOther(URI.create(place().base())).build();
  }

  protected FileImport get(long id) {
    return imports.get(id, csv().kind());
  }

  private Page page(ImportForm form) {
    return form.addTo(Page.of(place().view() + "-new.html"), imports)
        .with("columns", String.join(";", csv().columns()))
        .with("alsoCalled", CsvHeader.alsoCalled(csv().columns()));
  }
}
