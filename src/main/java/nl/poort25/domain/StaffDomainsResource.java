package nl.poort25.domain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
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
import nl.poort25.audit.Act;
import nl.poort25.registration.DomainFilter;
import nl.poort25.registration.DomainList;
import nl.poort25.registration.Registrations;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Page;

/** Every partner's domains, for staff. */
@Path("/backoffice/domains")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffDomainsResource {
  @Inject DomainList domains;
  @Inject DomainPages pages;
  @Inject Registrations registrations;
  @Inject Event<Act> acts;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    Long partnerId = ListUrl.number(uri.getQueryParameters(), "partner");
    var filter = DomainFilter.ofStaff(partnerId, uri.getQueryParameters());
    return DomainsResource.list(filter, "/backoffice/domains", domains.pageWithPartners(filter));
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    return pages.show(id, null);
  }

  /** Staff records that another proof of control was seen (3.5). */
  @POST
  @Path("{id: \\d{1,18}}/proof")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  @Transactional
  public Response prove(@PathParam("id") long id, @FormParam("note") String note) {
    var registration = registrations.lock(id, null);
    var errors = new FormErrors();
    String why = errors.required("note", note, 1000);
    if (why == null) {
      return pages.show(id, null).with("errors", errors).with("note", note).refused();
    }
    acts.fire(registration.provenByStaff(why, clock.instant()));
    Flash.say(request, "domain.proof.recorded", registration.getUnicodeName());
    return Response.seeOther(URI.create("/backoffice/domains/" + id)).build();
  }
}
