package nl.poort25.domain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import nl.poort25.network.ImportOutlook;
import nl.poort25.network.ImportPages;
import nl.poort25.network.NetworkImport;

/** Names and mail services from before the portal, by CSV: first the verdict, then all of it. */
@Path(DomainImportsResource.BASE + "/imports")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class DomainImportsResource extends ImportPages {
  static final String BASE = "/backoffice/domains";
  private static final What WHAT =
      new What(
          NetworkImport.Kind.DOMAINS,
          BASE,
          "domain/import",
          DomainFile.COLUMNS,
          "domain.import.done");

  @Inject DomainImports domains;

  @Override
  protected What what() {
    return WHAT;
  }

  @Override
  protected ImportOutlook outlook(String text, Instant now) {
    return domains.outlook(text);
  }

  @Override
  protected int apply(long id, String digest, long by, Instant now) {
    return domains.apply(id, digest, now);
  }
}
