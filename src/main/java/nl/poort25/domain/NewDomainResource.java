package nl.poort25.domain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Customers;
import nl.poort25.policy.Article;
import nl.poort25.policy.Documents;
import nl.poort25.policy.Verdict;
import nl.poort25.text.Text;
import nl.poort25.web.Choice;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** Where a partner has a name registered administratively (3.1 to 3.4). */
@Path("/domains/new")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class NewDomainResource {
  private static final int CUSTOMERS_SUGGESTED = 200;
  private static final List<Choice> DNS =
      List.of(
          new Choice(
              "elsewhere",
              Text.of("registration.dns.choice.elsewhere"),
              Text.of("registration.dns.elsewhere.hint")),
          new Choice(
              "provider",
              Text.of("registration.dns.provider"),
              Text.of("registration.dns.provider.hint")));
  private static final List<Choice> ACTIONS =
      Arrays.stream(RegistrationAction.values())
          .map(a -> Choice.of(a, "registration.action"))
          .toList();

  @Inject NewRegistrations newRegistrations;
  @Inject Registrations registrations;
  @Inject NameRefusalLimit checks;
  @Inject NewNameCheck names;
  @Inject Customers customers;
  @Inject CurrentUser user;
  @Inject Documents documents;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @GET
  public Page form(
      @QueryParam("name") String name,
      @QueryParam("action") String action,
      @QueryParam("dns") String dns,
      @QueryParam("customer") String customer) {
    // what a suggestion brings along where no script put it into the form
    var form = new NewDomainForm();
    form.name = name;
    form.action = action == null ? RegistrationAction.DO_NOT_MOVE.name() : action;
    form.dns = dns;
    form.customer = customer;
    return page(form, new FormErrors());
  }

  @POST
  public Response create(@BeanParam NewDomainForm form) {
    var errors = new FormErrors();
    var asked = read(form, errors);
    if (asked == null) {
      return halfFilled(form, errors).refused();
    }
    long partner = user.partnerId();
    if (!checks.hasRoom(partner)) {
      errors.add("name", "registration.name.limit");
      return checks.answer(page(form, errors));
    }
    var verdict = register(partner, asked);
    if (verdict.isEmpty()) {
      return page(form, errors.add("name", "registration.new.yours", asked.name())).refused();
    }
    if (!verdict.get().holds()) {
      checks.countRefused(partner, verdict.get());
      return refusal(page(form, errors), verdict.get(), asked).refused();
    }
    Flash.say(request, NewNameCheck.done(asked.name()), asked.name().unicode());
    long id = registrations.held(asked.name(), partner).orElseThrow().getId();
    return Response.seeOther(URI.create("/domains/" + id)).build();
  }

  private RegistrationRequest read(NewDomainForm form, FormErrors errors) {
    var name = form.readName(errors);
    if (name != null) {
      names.ask(form, name, user.visitor().id(), errors);
    }
    return form.read(name, errors);
  }

  /** What the rules say of it already is told in the same round as what is missing. */
  private Page halfFilled(NewDomainForm form, FormErrors errors) {
    var page = page(form, errors);
    long partner = user.partnerId();
    if (!checks.hasRoom(partner)) {
      return page; // what is asked of names is bounded, however it is asked
    }
    var given = form.given();
    var verdict = newRegistrations.judge(partner, given, Origin.ADMINISTRATIVE, clock.instant());
    if (verdict.holds()) {
      return page;
    }
    checks.countRefused(partner, verdict);
    return refusal(page, verdict, given);
  }

  private Page refusal(Page page, Verdict verdict, RegistrationRequest asked) {
    boolean isAnotherAction = RegistrationRule.ACTION_IS_DO_NOT_MOVE.isViolatedIn(verdict);
    return page.with("verdict", verdict)
        .with("notes", notes(asked))
        .with("documents", isAnotherAction ? documents.of(Article.A3_2) : List.of());
  }

  /** What the choice would mean instead (3.2). */
  private static Map<RegistrationRule, List<Text>> notes(RegistrationRequest asked) {
    if (asked.action() == null) {
      return Map.of();
    }
    return Map.of(
        RegistrationRule.ACTION_IS_DO_NOT_MOVE,
        List.of(Text.of("registration.action.means." + asked.action())));
  }

  private Optional<Verdict> register(long partner, RegistrationRequest asked) {
    return Retry.onCollision(
        () -> newRegistrations.register(partner, asked, Origin.ADMINISTRATIVE, clock.instant()));
  }

  private Page page(NewDomainForm form, FormErrors errors) {
    return Page.of("registration/new.html")
        .with("form", form)
        .with("errors", errors)
        .with("actions", ACTIONS)
        .with("dnsChoices", DNS)
        .with("customers", customers.names(user.partnerId(), CUSTOMERS_SUGGESTED));
  }
}
