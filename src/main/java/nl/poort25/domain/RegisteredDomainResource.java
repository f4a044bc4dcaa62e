package nl.poort25.domain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Partner;
import nl.poort25.account.Partners;
import nl.poort25.policy.Verdict;
import nl.poort25.text.Text;
import nl.poort25.web.Choice;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** Where staff enters a name that a partner has registered through the provider (3.1). */
@Path("/backoffice/domains/new")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
public class RegisteredDomainResource {
  private static final List<Choice> DNS =
      Stream.of("elsewhere", "provider")
          .map(value -> new Choice(value, Text.of("registration.dns." + value), null))
          .toList();

  @Inject NewRegistrations newRegistrations;
  @Inject Registrations registrations;
  @Inject NewNameCheck names;
  @Inject Partners partners;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @GET
  public Page form(
      @QueryParam("name") String name,
      @QueryParam("partner") String partnerId,
      @QueryParam("dns") String dns,
      @QueryParam("customer") String customer) {
    var form = new NewDomainForm();
    form.name = name;
    form.dns = dns;
    form.customer = customer;
    return page(form, partnerId, new FormErrors());
  }

  @POST
  public Response create(@BeanParam NewDomainForm form, @FormParam("partner") String partnerId) {
    var errors = new FormErrors();
    var partner = chosen(partnerId, errors);
    // a name that is registered here is not moved any more
    form.action = RegistrationAction.DO_NOT_MOVE.name();
    var name = form.readName(errors);
    if (name != null) {
      names.ask(form, name, user.visitor().id(), errors);
    }
    var asked = form.read(name, errors);
    if (asked == null || partner == null) {
      var page = page(form, partnerId, errors);
      var said = partner == null ? null : said(partner, form);
      return (said == null || said.holds() ? page : page.with("verdict", said)).refused();
    }
    var verdict =
        Retry.onCollision(
            () ->
                newRegistrations.register(
                    partner.getId(), asked, Origin.REGISTERED, clock.instant()));
    if (verdict.isEmpty()) {
      return page(form, partnerId, errors.add("name", "registration.new.theirs")).refused();
    }
    if (!verdict.get().holds()) {
      return page(form, partnerId, errors).with("verdict", verdict.get()).refused();
    }
    Flash.say(request, NewNameCheck.done(asked.name()), asked.name().unicode());
    long id = registrations.held(asked.name(), partner.getId()).orElseThrow().getId();
    return Response.seeOther(URI.create("/backoffice/domains/" + id)).build();
  }

  /** What the rules say of it as far as it is given. */
  private Verdict said(Partner partner, NewDomainForm form) {
    return newRegistrations.judge(
        partner.getId(), form.given(), Origin.REGISTERED, clock.instant());
  }

  private Partner chosen(String id, FormErrors errors) {
    return partners.all().stream()
        .filter(partner -> partner.getId().toString().equals(id))
        .findFirst()
        .orElseGet(
            () -> {
              errors.add("partner", "web.form.choose");
              return null;
            });
  }

  private Page page(NewDomainForm form, String partnerId, FormErrors errors) {
    return Page.of("registration/registered.html")
        .with("form", form)
        .with("errors", errors)
        .with("partnerId", partnerId == null ? "" : partnerId)
        .with("dnsChoices", DNS)
        .with(
            "partners",
            partners.all().stream()
                .map(p -> Choice.plain(p.getId().toString(), p.getName()))
                .toList());
  }
}
