package nl.poort25.exemption;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import nl.poort25.network.ImportOutlook;
import nl.poort25.network.ImportPages;
import nl.poort25.network.NetworkImport;

/** What was open before the portal knew of it, by CSV: first the verdict, then all of it. */
@Path(StaffExemptionsResource.PATH + "/imports")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class OpeningImportsResource extends ImportPages {
  private static final What WHAT =
      new What(
          NetworkImport.Kind.OPENINGS,
          StaffExemptionsResource.PATH,
          "exemption/import",
          OpeningFile.COLUMNS,
          "exemption.import.done");

  @Inject OpeningImports openings;

  @Override
  protected What what() {
    return WHAT;
  }

  @Override
  protected ImportOutlook outlook(String text, Instant now) {
    return openings.outlook(text, now);
  }

  @Override
  protected int apply(long id, String digest, long by, Instant now) {
    return openings.apply(id, digest, by, now);
  }
}
