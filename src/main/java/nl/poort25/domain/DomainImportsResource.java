package nl.poort25.domain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.network.NetworkImport;
import nl.poort25.network.NetworkImports;
import nl.poort25.network.Uploads;
import nl.poort25.web.Flash;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** Names and mail services from before the portal, by CSV: first the verdict, then all of it. */
@Path(DomainImportsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class DomainImportsResource {
  private static final String BASE = "/backoffice/domains";
  static final String PATH = BASE + "/imports";

  @Inject NetworkImports imports;
  @Inject DomainImports domains;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @GET
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Page form() {
    return page(null);
  }

  @POST
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response upload(@FormParam("text") String text) {
    var errors = Uploads.check(text, imports);
    if (!errors.isEmpty()) {
      return page(text).with("errors", errors).refused();
    }
    var now = clock.instant();
    var outlook = domains.outlook(text);
    if (!outlook.faults().isEmpty()) {
      return Uploads.refused(page(text), outlook.faults());
    }
    var upload = imports.keep(NetworkImport.Kind.DOMAINS, text, user.visitor().id(), now);
    return Response.seeOther(URI.create(PATH + "/" + upload.getId())).build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    var upload = imports.get(id, DomainImports.KINDS);
    return Page.of("domain/import.html")
        .with("upload", upload)
        .with("outlook", upload.isApplied() ? null : domains.outlook(upload.getContent()));
  }

  @POST
  @Path("{id: \\d{1,18}}/application")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response apply(@PathParam("id") long id, @FormParam("digest") String digest) {
    imports.get(id, DomainImports.KINDS);
    int added = Retry.onCollision(() -> domains.apply(id, digest, clock.instant()));
    Flash.say(request, "domain.import.done", added);
    return Response.seeOther(URI.create(BASE)).build();
  }

  private Page page(String text) {
    return Page.of("domain/import-new.html")
        .with("text", text)
        .with("columns", String.join(";", DomainFile.COLUMNS))
        .with("kilobytes", imports.kilobytes());
  }
}
