package nl.poort25.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.audit.Act;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** All partners, as staff sees them; an administrator adds them. */
@Path("/backoffice/partners")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class PartnersResource {
  @PersistenceContext EntityManager em;
  @Inject Partners partners;
  @Inject Event<Act> acts;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  @Transactional
  public Page list() {
    var asked = new ListRequest("/backoffice/partners", uri.getQueryParameters());
    return Page.of("account/partners.html")
        .with("list", partners.page(asked))
        .with("states", AccountChoices.LOCKED);
  }

  @GET
  @Path("new")
  @RolesAllowed("ADMINISTRATOR")
  public Page form() {
    return page(null, new FormErrors());
  }

  @POST
  @RolesAllowed("ADMINISTRATOR")
  @Transactional
  public Response add(@FormParam("name") String typed) {
    var errors = new FormErrors();
    String name = partners.checked(typed, null, errors);
    if (!errors.isEmpty()) {
      return page(typed, errors).refused();
    }
    var partner = new Partner(name, clock.instant());
    em.persist(partner);
    acts.fire(new PartnerAct.PartnerAdded(partner));
    Flash.say(request, "account.partners.added", name);
    return Response.seeOther(URI.create("/backoffice/partners/" + partner.getId())).build();
  }

  private static Page page(String name, FormErrors errors) {
    return Page.of("account/partner-new.html").with("name", name).with("errors", errors);
  }
}
