package nl.poort25.enforcement;

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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.audit.AuditLog;
import nl.poort25.list.ListRequest;
import nl.poort25.network.Cidr;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.policy.Article;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;
import nl.poort25.web.StaffReason;

/**
 * Staff pages of the provider's own mail servers (2.5): the network role proposes changes of the
 * list, a second person confirms them.
 */
@Path(MailServersResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class MailServersResource {
  static final String PATH = "/backoffice/mail-servers";
  private static final String ONE = "{id: \\d{1,18}}";
  private static final int SHOWN_ACTS = 20;

  @Inject ProviderMailServers servers;
  @Inject MailServerProposals proposals;
  @Inject AuditLog log;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public Page index() {
    return Page.of("enforcement/mail-servers.html")
        .with("list", servers.page(new ListRequest(PATH, uri.getQueryParameters())))
        .with("article", Article.A2_5.portal())
        .with("hosts", proposals.hostsByAddress())
        .with("missing", proposals.missing(clock.instant()))
        .with("unknown", proposals.unknown());
  }

  @POST
  @RolesAllowed("NETWORK")
  public Response propose(@FormParam("address") String typed, @FormParam("reason") String why) {
    var errors = new FormErrors();
    Cidr address = null;
    try {
      address = Cidr.parseAddress(typed);
    } catch (MalformedInput e) {
      errors.add("address", Cidr.refusal(e));
    }
    var reason = StaffReason.read("reason", why, errors);
    var page = reason.on(index()).with("address", typed);
    if (reason.isRefused()) {
      return page.refused();
    }
    Cidr asked = address;
    var verdict =
        Retry.onCollision(
            () -> servers.propose(asked, reason.text(), user.visitor().id(), clock.instant()));
    return verdict.holds()
        ? done(PATH, "mail-server.proposed.one", asked)
        : page.with("verdict", verdict).refused();
  }

  /** All addresses of the relays that are missing, as the DNS and the settings say. */
  @POST
  @Path("relays")
  @RolesAllowed("NETWORK")
  public Response proposeRelays() {
    int count = Retry.onCollision(() -> proposals.propose(user.visitor().id(), clock.instant()));
    return done(PATH, "mail-server.proposed.relays", count);
  }

  @GET
  @Path(ONE)
  public Page show(@PathParam("id") long id) {
    var server = servers.get(id);
    boolean judges = server.isWaiting() && (user.visitor().network() || user.visitor().reviews());
    return Page.of("enforcement/mail-server.html")
        .with("server", server)
        .with("article", Article.A2_5.portal())
        .with("host", proposals.hostsByAddress().get(server.getAddress().toString()))
        .with("judges", judges)
        .with("removes", server.isSettled() && user.visitor().network())
        .with(
            "preview",
            judges ? servers.previewConfirmation(id, user.visitor().id(), clock.instant()) : null)
        .with("acts", log.history("mail-server", id, SHOWN_ACTS));
  }

  /** A second person has seen what was proposed. */
  @POST
  @Path(ONE + "/confirmation")
  @RolesAllowed({"NETWORK", "REVIEWER", "ADMINISTRATOR"})
  public Response confirm(@PathParam("id") long id, @FormParam("version") int version) {
    var verdict =
        Retry.onCollision(() -> servers.confirm(id, version, user.visitor().id(), clock.instant()));
    return verdict.holds()
        ? done(PATH + "/" + id, "mail-server.confirmed", servers.get(id).getAddress())
        : show(id).with("verdict", verdict).refused();
  }

  @POST
  @Path(ONE + "/decline")
  @RolesAllowed({"NETWORK", "REVIEWER", "ADMINISTRATOR"})
  public Response decline(@PathParam("id") long id, @FormParam("version") int version) {
    servers.decline(id, version, user.visitor().id(), clock.instant());
    return done(PATH + "/" + id, "mail-server.declined", servers.get(id).getAddress());
  }

  @POST
  @Path(ONE + "/removal")
  @RolesAllowed("NETWORK")
  public Response proposeRemoval(
      @PathParam("id") long id,
      @FormParam("version") int version,
      @FormParam("reason") String why) {
    var reason = StaffReason.read("reason", why);
    if (reason.isRefused()) {
      return reason.refuse(show(id));
    }
    servers.proposeRemoval(id, version, reason.text(), user.visitor().id(), clock.instant());
    return done(PATH + "/" + id, "mail-server.removal.proposed", servers.get(id).getAddress());
  }

  private Response done(String to, String said, Object what) {
    Flash.say(request, said, what);
    return Response.seeOther(URI.create(to)).build();
  }
}
