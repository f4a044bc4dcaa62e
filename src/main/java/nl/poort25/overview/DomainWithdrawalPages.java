package nl.poort25.overview;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.audit.Act;
import nl.poort25.domain.Registrations;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** The end of a registration, after a page that says what else it ends: for partners and staff. */
public abstract class DomainWithdrawalPages {
  @Inject Registrations registrations;
  @Inject DomainPages pages;
  @Inject CurrentUser user;
  @Inject Event<Act> acts;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  abstract DomainArea area();

  @GET
  public Page confirm() {
    return page();
  }

  @POST
  @Transactional
  public Response create(@FormParam("sure") String sure) {
    if (sure == null) {
      var errors = new FormErrors().add("sure", "domain.withdrawal.not-sure");
      return page().with("errors", errors).refused();
    }
    var registration = registrations.lock(id, area().scope());
    acts.fire(registration.withdraw(clock.instant()));
    Flash.say(request, "domain.withdrawal.done", registration.getUnicodeName());
    return Response.seeOther(area().list()).build();
  }

  private Page page() {
    return pages.withdrawal(id, area().scope()).with("area", area().path());
  }
}
