package nl.poort25.network;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.ImportPages;
import nl.poort25.imports.ImportPreview;

/** Uploads of connections by CSV: first the verdict on each line, then all of them. */
@Path(StaffConnectionsResource.PATH + "/imports")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class ConnectionImportsResource extends ImportPages {
  private static final What WHAT =
      new What(
          FileImport.Kind.CONNECTIONS,
          StaffConnectionsResource.PATH,
          "network/connection-import",
          ConnectionFile.COLUMNS,
          "network.connection.import.done");

  @Inject ConnectionImports connections;

  @Override
  protected What what() {
    return WHAT;
  }

  @Override
  protected ImportPreview preview(String text, Instant now) {
    return connections.preview(text);
  }

  @Override
  protected int apply(long id, String digest, long by, Instant now) {
    return connections.apply(id, digest, now);
  }
}
