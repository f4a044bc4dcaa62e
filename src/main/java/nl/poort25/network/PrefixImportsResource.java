package nl.poort25.network;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.FileImports;
import nl.poort25.imports.ImportForm;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;
import nl.poort25.web.Uploads;

/** Uploads of prefixes from RIPE: first what they would change, then the change. */
@Path(PrefixImportsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class PrefixImportsResource {
  static final String PATH = PrefixesResource.PATH + "/imports";
  private static final int LONGEST_ID = 100;

  @Inject FileImports imports;
  @Inject PrefixImports prefixImports;
  @Inject Uploads uploads;
  @Inject Settings settings;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @GET
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Page form() {
    return page(ImportForm.empty(), settings.text(Setting.OPAQUE_ID));
  }

  @POST
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response upload(InputStream body) throws IOException {
    var sent = uploads.read(request, body);
    var form = ImportForm.read(sent, imports);
    var page = page(form, sent.text("opaque"));
    String id = form.errors().optional("opaque", sent.text("opaque"), LONGEST_ID);
    if (form.errors().isEmpty() && id == null && !PrefixFile.isOfObjects(form.text())) {
      form.errors().add("opaque", "network.prefix.import.opaque.missing");
    }
    if (!form.errors().isEmpty()) {
      return form.refused(page);
    }
    var file = PrefixFile.read(form.text(), id);
    if (!file.faults().isEmpty()) {
      return form.refused(page, file.faults());
    }
    var upload =
        imports.keep(
            file.kind(),
            PrefixImports.content(file.prefixes()),
            file.tally(),
            user.visitor().id(),
            clock.instant());
    return Response.seeOther(URI.create(PATH + "/" + upload.getId())).build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    return show(prefixImports.get(id), new ClosingForm());
  }

  @POST
  @Path("{id: \\d{1,18}}/application")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response apply(
      @PathParam("id") long id,
      @FormParam("digest") String digest,
      @BeanParam ClosingForm closing) {
    var upload = prefixImports.get(id);
    var errors = new FormErrors();
    closing.read(errors);
    if (!errors.isEmpty()) {
      return show(upload, closing).with("errors", errors).refused();
    }
    var verdict =
        Retry.onCollision(() -> prefixImports.apply(id, digest, closing, clock.instant()));
    if (!verdict.holds()) {
      return show(upload, closing).with("verdict", verdict).refused();
    }
    Flash.say(request, "network.prefix.import.done");
    return Response.seeOther(URI.create(PrefixesResource.PATH)).build();
  }

  private Page show(FileImport upload, ClosingForm closing) {
    var page =
        Page.of("network/prefix-import.html")
            .with("upload", upload)
            .with("tally", upload.getTally());
    if (upload.isApplied()) {
      return page.with("difference", null);
    }
    var difference = prefixImports.difference(upload);
    return closing.addTo(
        page.with("difference", difference).with("outside", difference.outside()),
        difference.outside().uses());
  }

  private Page page(ImportForm form, String opaque) {
    return form.addTo(Page.of("network/prefix-import-new.html"), imports).with("opaque", opaque);
  }
}
