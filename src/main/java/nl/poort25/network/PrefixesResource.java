package nl.poort25.network;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import nl.poort25.list.ListRequest;
import nl.poort25.policy.Article;
import nl.poort25.text.Text;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** The provider's network (2.2), for staff; the network role keeps it. */
@Path(PrefixesResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class PrefixesResource {
  static final String PATH = "/backoffice/prefixes";
  private static final int LONGEST_NOTE = 200;

  @Inject ProviderPrefixes prefixes;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public Page index() {
    return Page.of("network/prefixes.html")
        .with("list", prefixes.page(new ListRequest(PATH, uri.getQueryParameters())))
        .with("article", Article.A2_2.policy());
  }

  @POST
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response add(@FormParam("cidr") String typed, @FormParam("note") String note) {
    var errors = new FormErrors();
    Cidr cidr = null;
    try {
      cidr = Cidr.parse(typed);
    } catch (MalformedInput e) {
      errors.add("cidr", Cidr.refusal(e));
    }
    String why = errors.optional("note", note, LONGEST_NOTE);
    var page = index().with("cidr", typed).with("note", note).with("errors", errors);
    if (!errors.isEmpty()) {
      return page.refused();
    }
    Cidr asked = cidr;
    var verdict = Retry.onCollision(() -> prefixes.add(asked, why, clock.instant()));
    return verdict.holds()
        ? done("network.prefix.added", asked)
        : page.with("verdict", verdict).refused();
  }

  @GET
  @Path("{id: \\d{1,18}}/removal")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Page confirm(@PathParam("id") long id) {
    return removal(prefixes.get(id), new ClosingForm());
  }

  @POST
  @Path("{id: \\d{1,18}}/removal")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response remove(
      @PathParam("id") long id, @FormParam("sure") String sure, @BeanParam ClosingForm closing) {
    var prefix = prefixes.get(id);
    var errors = StaffConnectionResource.sure(sure);
    closing.read(errors);
    if (!errors.isEmpty()) {
      return removal(prefix, closing).with("errors", errors).refused();
    }
    var verdict = Retry.onCollision(() -> prefixes.remove(id, closing, clock.instant()));
    return verdict.holds()
        ? done("network.prefix.removed", prefix.getCidr())
        : removal(prefix, closing).with("verdict", verdict).refused();
  }

  private Page removal(ProviderPrefix prefix, ClosingForm closing) {
    prefix.requireCurrent();
    var outside = prefixes.outside(List.of(prefix));
    var page =
        Page.of("network/prefix-removal.html")
            .with("prefix", prefix)
            .with("outside", outside)
            .with("sure", Text.of("network.removal.sure", prefix.getCidr()));
    return closing.addTo(page, outside.uses());
  }

  private Response done(String said, Cidr cidr) {
    Flash.say(request, said, cidr);
    return Response.seeOther(URI.create(PATH)).build();
  }
}
