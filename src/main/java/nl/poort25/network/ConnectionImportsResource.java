package nl.poort25.network;

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
import nl.poort25.web.Flash;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** Uploads of connections by CSV: first the verdict on each line, then all of them. */
@Path(ConnectionImportsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class ConnectionImportsResource {
  static final String PATH = StaffConnectionsResource.PATH + "/imports";

  @Inject NetworkImports imports;
  @Inject ConnectionImports connectionImports;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @GET
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Page form() {
    return page(null);
  }

  /**
   * @param text of the file; a file field of a later form only has to be read into it
   */
  @POST
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response upload(@FormParam("text") String text) {
    var errors = Uploads.check(text, imports);
    if (!errors.isEmpty()) {
      return page(text).with("errors", errors).refused();
    }
    var outlook = connectionImports.outlook(text);
    if (!outlook.faults().isEmpty()) {
      return Uploads.refused(page(text), outlook.faults());
    }
    var upload =
        imports.keep(NetworkImport.Kind.CONNECTIONS, text, user.visitor().id(), clock.instant());
    return Response.seeOther(URI.create(PATH + "/" + upload.getId())).build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    var upload = imports.get(id, ConnectionImports.KINDS);
    return Page.of("network/connection-import.html")
        .with("upload", upload)
        .with(
            "outlook", upload.isApplied() ? null : connectionImports.outlook(upload.getContent()));
  }

  @POST
  @Path("{id: \\d{1,18}}/application")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response apply(@PathParam("id") long id, @FormParam("digest") String digest) {
    imports.get(id, ConnectionImports.KINDS);
    int added = Retry.onCollision(() -> connectionImports.apply(id, digest, clock.instant()));
    Flash.say(request, "network.connection.import.done", added);
    return Response.seeOther(URI.create(StaffConnectionsResource.PATH)).build();
  }

  private Page page(String text) {
    return Page.of("network/connection-import-new.html")
        .with("text", text)
        .with("columns", String.join(";", ConnectionFile.COLUMNS))
        .with("kilobytes", imports.kilobytes());
  }
}
