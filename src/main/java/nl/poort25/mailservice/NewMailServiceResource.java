package nl.poort25.mailservice;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.domain.Registration;
import nl.poort25.domain.Registrations;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** Where a partner orders a mail service for one of his domains: first which, then its fields. */
@Path("/domains/{domain: \\d{1,18}}/mail-services/new")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class NewMailServiceResource {
  @Inject Registrations registrations;
  @Inject MailServices services;
  @Inject MailServicePages pages;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @PathParam("domain")
  long domain;

  @GET
  public Response form(
      @QueryParam("kind") String chosen,
      @QueryParam("intake") String intake,
      @QueryParam("destination") String destination) {
    var registration = registration();
    var kind = ChoiceParser.find(MailServiceKind.class, chosen);
    if (!registration.isActive()) {
      return choose(registration).refused();
    }
    var form = new MailServiceForm();
    form.intake = intake == null ? null : intake.toUpperCase(java.util.Locale.ROOT);
    form.destination = destination;
    return Response.ok(
            kind == null
                ? choose(registration)
                : pages.order(registration, kind, form, new FormErrors()))
        .build();
  }

  @POST
  public Response create(@FormParam("kind") String chosen, @BeanParam MailServiceForm form) {
    var registration = registration();
    var kind = ChoiceParser.find(MailServiceKind.class, chosen);
    if (kind == null || !registration.isActive()) {
      return choose(registration).refused();
    }
    var errors = new FormErrors();
    var delivery = form.read(kind, registration.getName(), errors);
    form.mustBeAcknowledged(errors);
    var reach = pages.look(delivery, errors);
    var page = pages.order(registration, kind, form, errors);
    if (!errors.isEmpty()) {
      // what the rules say of it already is told in the same round
      var verdict = services.previewOrders(registration).get(kind);
      return (verdict.holds() ? page : pages.refusal(page, verdict, reach)).refused();
    }
    var verdict =
        Retry.onCollision(
            () ->
                services.order(
                    registration, kind, delivery, reach, user.visitor().id(), clock.instant()));
    if (!verdict.holds()) {
      return pages.refusal(page, verdict, reach).refused();
    }
    Flash.say(request, "mailservice.new.done", kind.getTitle(), registration.getUnicodeName());
    return Response.seeOther(URI.create("/domains/" + domain)).build();
  }

  private Registration registration() {
    return registrations.get(domain, user.partner());
  }

  private Page choose(Registration registration) {
    return pages.choose(registration, services.previewOrders(registration));
  }
}
