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
import nl.poort25.domainname.TypoSuggestion;
import nl.poort25.policy.Article;
import nl.poort25.policy.Documents;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Choice;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;
import nl.poort25.web.Text;

/** Where a partner has a name registered administratively (3.1 to 3.4). */
@Path("/domains/new")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class NewDomainResource {
  private static final int CUSTOMERS_SUGGESTED = 200;
  static final List<Choice> DNS =
      List.of(
          new Choice("elsewhere", Text.of("registration.dns.elsewhere"), null),
          new Choice("provider", Text.of("registration.dns.provider"), null));
  private static final List<Choice> ACTIONS =
      Arrays.stream(RegistrationAction.values())
          .map(a -> Choice.of(a, "registration.action"))
          .toList();

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
      count(partner, verdict.get());
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

  /** Only these tell something of another partner. */
  private void count(long partner, Verdict verdict) {
    if (RegistrationRule.NAME_IS_FREE.isViolatedIn(verdict)
        || RegistrationRule.REFUSALS_ARE_FEW.isViolatedIn(verdict)) {
      checks.countRefused(partner);
    }
  }

  /** What the rules say of it already is told in the same round as what is missing. */
  private Page halfFilled(NewDomainForm form, FormErrors errors) {
    var page = page(form, errors);
    long partner = user.partnerId();
    if (!checks.hasRoom(partner)) {
      return page; // what is asked of names is bounded, however it is asked
    }
    var given = form.given();
    var verdict = registrations.judge(partner, given, Origin.ADMINISTRATIVE, clock.instant());
    if (verdict.holds()) {
      return page;
    }
    count(partner, verdict);
    return refusal(page, verdict, given);
  }

  private Page refusal(Page page, Verdict verdict, RegistrationRequest asked) {
    boolean isAnotherAction = RegistrationRule.ACTION_IS_DO_NOT_MOVE.isViolatedIn(verdict);
    return page.with("verdict", verdict)
        .with("notes", notes(asked))
        .with("documents", isAnotherAction ? documents.of(Article.A3_2) : List.of());
  }

  /** What the choice would mean instead (3.2). */
  private static Map<String, List<Text>> notes(RegistrationRequest asked) {
    if (asked.action() == null) {
      return Map.of();
    }
    return Map.of(
        RegistrationRule.ACTION_IS_DO_NOT_MOVE.name(),
        List.of(Text.of("registration.action.means." + asked.action())));
  }

  private Optional<Verdict> register(long partner, RegistrationRequest asked) {
    return Retry.onCollision(
        () -> registrations.register(partner, asked, Origin.ADMINISTRATIVE, clock.instant()));
  }

  /** While typing: whether the name is well formed, what it becomes, and whether it is free. */
  @GET
  @Path("name")
  public Page name(@QueryParam("name") String typed) {
    var form = new NewDomainForm();
    form.name = typed;
    var errors = new FormErrors();
    var page = Page.of("registration/name-check.html").with("form", form).with("errors", errors);
    var name = form.readName(errors);
    if (name == null) {
      return page;
    }
    if (!checks.hasRoom(user.partnerId())) {
      return page.with("errors", errors.add("name", "registration.name.limit"));
    }
    var asked = new RegistrationRequest(name, RegistrationAction.DO_NOT_MOVE, false, null);
    var verdict =
        registrations.judge(user.partnerId(), asked, Origin.ADMINISTRATIVE, clock.instant());
    count(user.partnerId(), verdict);
    var mistake = names.mistake(name);
    mistake.ifPresent(m -> form.suggest(m.meant()));
    return page.with("name", name)
        .with("question", mistake.map(TypoSuggestion::question).orElse(null))
        .with("refusal", verdict.violations().stream().findFirst().orElse(null))
        .with("yours", registrations.held(name, user.partnerId()).isPresent())
        .with("verdict", verdict);
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
