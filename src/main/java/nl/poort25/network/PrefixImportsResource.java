package nl.poort25.network;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.ImportForm;
import nl.poort25.imports.ImportPages;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;
import nl.poort25.web.Upload;

/** Uploads of prefixes from RIPE: first what they would change, then the change. */
@Path(PrefixImportsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class PrefixImportsResource extends ImportPages {
  static final String PATH = PrefixesResource.PATH + "/imports";
  private static final String OPAQUE = "opaque";
  private static final int LONGEST_ID = 100;

  @Inject PrefixImports prefixImports;
  @Inject Settings settings;

  @Override
  protected String path() {
    return PATH;
  }

  @Override
  protected Page formPage(Upload sent) {
    String opaque = sent == null ? settings.text(Setting.OPAQUE_ID) : sent.text(OPAQUE);
    return Page.of("network/prefix-import-new.html").with(OPAQUE, opaque);
  }

  @Override
  protected void checkFields(ImportForm form, Upload sent) {
    String id = opaqueId(form, sent);
    if (form.errors().isEmpty() && id == null && !PrefixFile.isOfObjects(form.text())) {
      form.errors().add(OPAQUE, "network.prefix.import.opaque.missing");
    }
  }

  private static String opaqueId(ImportForm form, Upload sent) {
    return form.errors().optional(OPAQUE, sent.text(OPAQUE), LONGEST_ID);
  }

  @Override
  protected FileRead read(ImportForm form, Upload sent) {
    var file = PrefixFile.read(form.text(), opaqueId(form, sent));
    return new FileRead(
        file.kind(), PrefixImports.content(file.prefixes()), file.tally(), file.faults());
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
}
