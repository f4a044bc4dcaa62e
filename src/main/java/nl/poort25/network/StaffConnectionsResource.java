package nl.poort25.network;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Partner;
import nl.poort25.account.Partners;
import nl.poort25.list.ListRequest;
import nl.poort25.list.PartnerChoices;
import nl.poort25.web.Choice;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** Every partner's connections, for staff; the network role adds them. */
@Path(StaffConnectionsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffConnectionsResource {
  static final String PATH = "/backoffice/connections";
  static final List<Choice> KINDS =
      Arrays.stream(ConnectionKind.values())
          .map(kind -> Choice.explained(kind, "network.kind"))
          .toList();

  @Inject ConnectionList list;
  @Inject Allocations allocations;
  @Inject Partners partners;
  @Inject PartnerChoices partnerChoices;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    var partner = partnerChoices.read(uri.getQueryParameters());
    var asked = partner.in(new ListRequest(PATH, uri.getQueryParameters()));
    return ConnectionsResource.page(list, asked, user.everything()).with("partner", partner);
  }

  @GET
  @Path("new")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Page form() {
    return page(new ConnectionForm(), new FormErrors());
  }

  @POST
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response add(@BeanParam ConnectionForm form) {
    var errors = new FormErrors();
    var asked = form.read(partners.all().stream().map(Partner::getId).toList(), errors);
    if (asked == null) {
      return page(form, errors).refused();
    }
    var added = Retry.onCollision(() -> allocations.add(asked, clock.instant()));
    if (!added.verdict().holds()) {
      return page(form, errors).with("verdict", added.verdict()).refused();
    }
    Flash.say(request, "network.connection.added", asked.reference());
    return Response.seeOther(URI.create(PATH + "/" + added.connection().getId())).build();
  }

  private Page page(ConnectionForm form, FormErrors errors) {
    return Page.of("network/connection-new.html")
        .with("form", form)
        .with("errors", errors)
        .with("kinds", KINDS)
        .with(
            "partners",
            partners.all().stream()
                .map(p -> Choice.plain(p.getId().toString(), p.getName()))
                .toList());
  }
}
