package nl.poort25.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import nl.poort25.account.CurrentUser;
import nl.poort25.web.Page;
import nl.poort25.web.Upload;
import nl.poort25.web.Uploads;

/**
 * Base of the pages of an import: the form, and keeping the file that was sent with it. A subclass
 * reads the file, shows what would come of it, and applies it.
 */
public abstract class ImportPages {
  @Inject protected FileImports imports;
  @Inject Uploads uploads;
  @Inject protected CurrentUser user;
  @Inject protected InstantSource clock;
  @Context protected HttpServletRequest request;

  /**
   * What was read of a file.
   *
   * @param content what is kept of it until somebody applies it
   * @param tally null where all of it is kept
   * @param faults with any, nothing is kept
   */
  protected record FileRead(
      FileImport.Kind kind, String content, FileTally tally, List<LineFault> faults) {
    public FileRead {} // for those of other packages
  }

  protected abstract String path();

  /**
   * The page of the form, with what is its own.
   *
   * @param sent null before anything was
   */
  protected abstract Page formPage(Upload sent);

  /** Adds errors of fields beside the file. */
  protected void checkFields(ImportForm form, Upload sent) {}

  /** Of a form without errors. */
  protected abstract FileRead read(ImportForm form, Upload sent);

  @GET
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Page form() {
    return ImportForm.empty().addTo(formPage(null), imports);
  }

  @POST
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response upload(InputStream body) throws IOException {
    var sent = uploads.read(request, body);
    var form = ImportForm.read(sent, imports);
    var page = form.addTo(formPage(sent), imports);
    checkFields(form, sent);
    if (!form.errors().isEmpty()) {
      return form.refused(page);
    }
    var file = read(form, sent);
    if (!file.faults().isEmpty()) {
      return form.refused(page, file.faults());
    }
    var upload =
        imports.keep(
            file.kind(), file.content(), file.tally(), user.visitor().id(), clock.instant());
    return Response.seeOther(URI.create(path() + "/" + upload.getId())).build();
  }
}
