package nl.poort25.domain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.domainname.TypoSuggestion;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/**
 * What is said of a name while a partner types it: whether it is well formed, what it becomes, and
 * whether it is free.
 */
@Path("/domains/new/name")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class NameCheckResource {
  @Inject NewRegistrations newRegistrations;
  @Inject Registrations registrations;
  @Inject NameRefusalLimit checks;
  @Inject NewNameCheck names;
  @Inject CurrentUser user;
  @Inject InstantSource clock;

  @GET
  public Page check(@QueryParam("name") String typed) {
    var form = new NewDomainForm();
    form.name = typed;
    var errors = new FormErrors();
    var page = Page.of("registration/name-check.html").with("form", form).with("errors", errors);
    var name = form.readName(errors);
    if (name == null) {
      return page;
    }
    long partner = user.partnerId();
    if (!checks.hasRoom(partner)) {
      return page.with("errors", errors.add("name", "registration.name.limit"));
    }
    var asked = new RegistrationRequest(name, RegistrationAction.DO_NOT_MOVE, false, null);
    var verdict = newRegistrations.judge(partner, asked, Origin.ADMINISTRATIVE, clock.instant());
    checks.countRefused(partner, verdict);
    var mistake = names.mistake(name);
    mistake.ifPresent(m -> form.suggest(m.meant()));
    return page.with("name", name)
        .with("question", mistake.map(TypoSuggestion::question).orElse(null))
        .with("refusal", verdict.violations().stream().findFirst().orElse(null))
        .with("yours", registrations.held(name, partner).isPresent())
        .with("verdict", verdict);
  }
}
