package nl.poort25.takeover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.poort25.exemption.StaffExemptionsResource;
import nl.poort25.imports.CsvImport;
import nl.poort25.imports.CsvImportPages;
import nl.poort25.imports.FileImport;
import nl.poort25.web.Flash;
import nl.poort25.web.Page;

/** What was open before the portal knew of it, by CSV: first the verdict, then all of it. */
@Path(StaffExemptionsResource.PATH + "/imports")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class OpeningImportsResource extends CsvImportPages {
  @Inject OpeningImports openings;

  @Override
  protected Imported imported() {
    return new Imported(
        FileImport.Kind.OPENINGS,
        OpeningFile.COLUMNS,
        StaffExemptionsResource.PATH,
        "exemption/import",
        "exemption.import.done");
  }

  @Override
  protected CsvImport csv() {
    return openings;
  }

  @Override
  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    var upload = get(id);
    boolean same = upload.getBy().getId() == user.visitor().id();
    return super.show(id)
        .with("confirms", user.visitor().reviews() && !same)
        .with("withdraws", user.visitor().acts() && !upload.isOver())
        .with("same", same);
  }

  /** A reviewer who did not upload it: it opens what nobody has asked for here. */
  @Override
  @POST
  @Path("{id: \\d{1,18}}/application")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response apply(@PathParam("id") long id, @FormParam("digest") String digest) {
    return super.apply(id, digest);
  }

  @POST
  @Path("{id: \\d{1,18}}/withdrawal")
  @RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response withdraw(@PathParam("id") long id) {
    openings.withdraw(id, clock.instant());
    Flash.say(request, "exemption.import.withdrawn");
    return Response.seeOther(URI.create(StaffExemptionsResource.PATH)).build();
  }
}
