package nl.poort25.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.account.CurrentUser;
import nl.poort25.audit.Act;
import nl.poort25.domain.DomainList;
import nl.poort25.domain.DomainRow;
import nl.poort25.domain.NextStep;
import nl.poort25.domain.Registrations;
import nl.poort25.domain.StaffDeadlines;
import nl.poort25.list.ListRequest;
import nl.poort25.text.Text;
import nl.poort25.web.Flash;
import nl.poort25.web.Page;
import nl.poort25.web.StaffReason;

/** Every partner's domains, for staff. */
@Path(StaffDomainsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffDomainsResource {
  static final String PATH = "/backoffice/domains";

  @Inject CurrentUser user;
  @Inject DomainList domains;
  @Inject DomainPages pages;
  @Inject Registrations registrations;
  @Inject StaffDeadlines staffTerm;
  @Inject Event<Act> acts;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    var asked = new ListRequest(PATH, uri.getQueryParameters());
    var found = domains.page(asked, user.everything());
    var page = DomainsResource.list(PATH, found);
    var next = asked.choice("next", NextStep.class);
    return next == null || !next.isProviders()
        ? page
        : page.with("due", due(found.rows())).with("nextText", Text.of("domain.list.next." + next));
  }

  /** Until when somebody here acts. */
  private Map<Long, Instant> due(List<DomainRow> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(DomainRow::id, row -> staffTerm.deadlineFrom(row.nextStepSince())));
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    return pages.show(id, DomainArea.ofStaff(user));
  }

  /** Staff records that another proof of control was seen (3.5). */
  @POST
  @Path("{id: \\d{1,18}}/proof")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  @Transactional
  public Response prove(@PathParam("id") long id, @FormParam("note") String note) {
    var registration = registrations.lock(id, user.everything());
    var why = StaffReason.read("note", note);
    if (why.isRefused()) {
      return why.refuse(pages.show(id, DomainArea.ofStaff(user)));
    }
    acts.fire(registration.recordStaffProof(why.text(), clock.instant()));
    Flash.say(request, "domain.proof.recorded", registration.getUnicodeName());
    return Response.seeOther(URI.create(PATH + "/" + id)).build();
  }

  /** Staff has seen who runs the DNS, and that it was said otherwise (3.12). */
  @POST
  @Path("{id: \\d{1,18}}/dns")
  @RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
  @Transactional
  public Response dns(@PathParam("id") long id, @FormParam("dns") String by) {
    if (!"provider".equals(by) && !"elsewhere".equals(by)) {
      throw new BadRequestException();
    }
    var registration = registrations.lock(id, user.everything());
    acts.fire(registration.setDnsByProvider("provider".equals(by), clock.instant()));
    Flash.say(request, "domain.zone.recorded." + by, registration.getUnicodeName());
    return Response.seeOther(URI.create(PATH + "/" + id)).build();
  }
}
