package nl.poort25.backoffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Scope;
import nl.poort25.list.ListUrl;
import nl.poort25.network.Cidr;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.Page;

/** The one field that finds everything: for staff all there is, for a partner what is his. */
@Path("/search")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("USER")
public class SearchResource {
  /** Meant as an address or prefix, well-formed or not: no name begins like that. */
  private static final Pattern ADDRESS = Pattern.compile("\\d+\\.[\\d.]*(/\\S*)?|[^\\s.]*:\\S*");

  @Inject Search search;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;

  @GET
  public Response search() {
    String text = ListUrl.text(uri.getQueryParameters(), "q");
    boolean isStaff = user.visitor().staff();
    var scope = isStaff ? user.everything() : user.partner();
    if (text == null) {
      return Response.ok(page(null, List.of())).build();
    }
    var numbered = search.numbered(text, scope, clock.instant());
    if (numbered.isPresent()) {
      return Response.seeOther(URI.create(numbered.get())).build();
    }
    if (!ADDRESS.matcher(text).matches()) {
      return Response.ok(page(text, search.named(text, scope))).build();
    }
    return isStaff
        ? Response.seeOther(URI.create(AddressesResource.of(text))).build()
        : Response.ok(addressed(text, scope)).build();
  }

  private Page addressed(String text, Scope scope) {
    try {
      return page(text, search.addressed(Cidr.parse(text), scope));
    } catch (MalformedInput e) {
      return page(text, List.of()).with("fault", Cidr.refusal(e));
    }
  }

  private static Page page(String searched, List<SearchHits> found) {
    return Page.of("backoffice/search.html").with("searched", searched).with("found", found);
  }
}
