package nl.poort25.network;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import nl.poort25.imports.CsvImport;
import nl.poort25.imports.CsvImportPages;
import nl.poort25.imports.FileImport;

/** Uploads of connections by CSV: first the verdict on each line, then all of them. */
@Path(StaffConnectionsResource.PATH + "/imports")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class ConnectionImportsResource extends CsvImportPages {
  @Inject ConnectionImports connections;

  @Override
  protected Imported imported() {
    return new Imported(
        FileImport.Kind.CONNECTIONS,
        ConnectionFile.COLUMNS,
        StaffConnectionsResource.PATH,
        "network/connection-import",
        "network.connection.import.done");
  }

  @Override
  protected CsvImport csv() {
    return connections;
  }
}
