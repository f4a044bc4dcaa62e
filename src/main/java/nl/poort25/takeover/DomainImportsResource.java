package nl.poort25.takeover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import nl.poort25.imports.CsvImport;
import nl.poort25.imports.CsvImportPages;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.ImportPreview;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Retry;

/** Names and mail services from before the portal, by CSV: first the verdict, then all of it. */
@Path(DomainImportsResource.BASE + "/imports")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class DomainImportsResource extends CsvImportPages {
  static final String BASE = "/backoffice/domains";
  private static final int LONGEST_NOTE = 1000;

  @Inject DomainImports domains;

  @Override
  protected Imported imported() {
    return new Imported(
        FileImport.Kind.DOMAINS, DomainFile.COLUMNS, BASE, "domain/import", "domain.import.done");
  }

  @Override
  protected CsvImport csv() {
    return domains;
  }

  @Override
  protected ImportPreview<?> preview(String text, Instant now) {
    if (request.getMethod().equals("POST")) {
      // a GET changes nothing
      Retry.onCollision(
          () -> {
            domains.recordRefused(text, now);
            return null;
          });
    }
    return super.preview(text, now);
  }

  /** With proof of control of all these names, which staff has seen (3.5): who may record it. */
  @POST
  @Path("{id: \\d{1,18}}/proven-application")
  @RolesAllowed("ADMINISTRATOR")
  public Response applyWithProof(
      @PathParam("id") long id,
      @FormParam("digest") String digest,
      @FormParam("proof") String typed) {
    get(id);
    var errors = new FormErrors();
    String proof = errors.required("proof", typed, LONGEST_NOTE);
    if (proof == null) {
      return show(id).with("errors", errors).with("proof", typed).refused();
    }
    return applied(() -> domains.apply(id, digest, proof, clock.instant()));
  }
}
