package nl.poort25.point;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * Download of the files that a point is installed from, with its token: those of its own kind of
 * agent.
 */
@Path("/enforcement/files/{name: [a-z0-9.-]{1,60}}")
@RequestScoped
@Produces("text/plain;charset=UTF-8")
public class AgentFilesResource {
  @Inject PointAuthentication tokens;
  @Inject Points points;
  @Inject SigningKeys signatures;

  @GET
  public Response file(@Context HttpServletRequest request, @PathParam("name") String name) {
    var id = tokens.pointOf(request);
    if (id.isEmpty()) {
      return PointAnswers.refused();
    }
    var agent = Agent.of(points.get(id.get()).getFormat());
    return agent.files(signatures.pem()).entrySet().stream()
        .filter(file -> file.getKey().equals(name))
        .findFirst()
        .map(file -> Response.ok(file.getValue()).build())
        .orElseGet(() -> Response.status(404).entity("there is no such file\n").build());
  }
}
