package nl.poort25.mailservice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import nl.poort25.account.CurrentUser;
import nl.poort25.list.ListRequest;
import nl.poort25.mailservice.MailServiceList.Stage;
import nl.poort25.mx.OnDemandDnsChecks;
import nl.poort25.text.Text;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** A partner's mail services. */
@Path("/mail-services")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class MailServicesResource {
  @Inject MailServices services;
  @Inject MailServiceList list;
  @Inject MailServicePages pages;
  @Inject RelayStatusQueries relays;
  @Inject OnDemandDnsChecks checks;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    var asked = new ListRequest("/mail-services", uri.getQueryParameters());
    return Page.of("mailservice/list.html")
        .with("list", list.page(asked, user.partner()))
        .with("stages", Arrays.stream(Stage.values()).filter(s -> s != Stage.WAITING).toList())
        .with("kinds", MailServiceKind.values());
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    var service = get(id);
    boolean refused = service.getState() == MailServiceState.REFUSED;
    return Page.of("mailservice/show.html")
        .with("service", service)
        .with("again", refused && service.getRegistration().isActive())
        .with("relays", relays.now(service.getRegistration()));
  }

  @GET
  @Path("{id: \\d{1,18}}/change")
  public Page changeForm(@PathParam("id") long id) {
    var service = changeable(id);
    return pages.change(service, MailServiceForm.of(service.asked()), new FormErrors());
  }

  @POST
  @Path("{id: \\d{1,18}}/change")
  public Response change(
      @PathParam("id") long id,
      @FormParam("version") int version,
      @BeanParam MailServiceForm form) {
    var service = changeable(id);
    service.mustStillBe(version);
    var errors = new FormErrors();
    var asked = form.read(service.getKind(), service.getName(), errors);
    if (asked != null && asked.equals(service.asked())) {
      errors.add(service.getKind().firstField(), "mailservice.change.nothing");
    }
    var reach = pages.look(asked, errors);
    var page = pages.change(service, form, errors);
    if (!errors.isEmpty()) {
      return page.refused();
    }
    var verdict = Retry.onCollision(() -> services.change(service, asked, reach, clock.instant()));
    if (!verdict.holds()) {
      return pages.refusal(page, verdict, reach).refused();
    }
    Flash.say(
        request,
        "mailservice.change.done."
            + (asked.equals(service.getDelivery()) ? "taken-back" : service.getState()),
        service.getKind().getTitle(),
        service.getRegistration().getUnicodeName());
    return Response.seeOther(URI.create("/mail-services/" + id)).build();
  }

  @GET
  @Path("{id: \\d{1,18}}/cancellation")
  public Page confirm(@PathParam("id") long id) {
    return cancellation(get(id));
  }

  @POST
  @Path("{id: \\d{1,18}}/cancellation")
  public Response cancel(
      @PathParam("id") long id, @FormParam("version") int version, @FormParam("sure") String sure) {
    var service = get(id);
    service.mustStillBe(version);
    if (sure == null) {
      var errors = new FormErrors().add("sure", "mailservice.cancellation.not-sure");
      return cancellation(service).with("errors", errors).refused();
    }
    services.cancel(id, version, clock.instant());
    var registration = service.getRegistration();
    Flash.say(
        request,
        "mailservice.cancellation.done",
        service.getKind().getTitle(),
        registration.getUnicodeName());
    return Response.seeOther(URI.create("/domains/" + registration.getId())).build();
  }

  private Page cancellation(MailService service) {
    service.mustBeOpen();
    var registration = service.getRegistration();
    boolean last =
        service.isActive()
            && services.of(registration.getId()).stream().filter(MailService::isActive).count()
                == 1;
    return Page.of("mailservice/cancellation.html")
        .with("service", service)
        .with("last", last)
        .with("bounces", last && !checks.report(registration).pointsHere().isEmpty())
        .with("sure", Text.of("mailservice.cancellation.sure"));
  }

  private MailService get(long id) {
    return services.get(id, user.partner());
  }

  private MailService changeable(long id) {
    var service = get(id);
    if (!service.getKind().hasFields()) {
      throw new NotFoundException();
    }
    service.mustBeOpen();
    return service;
  }
}
