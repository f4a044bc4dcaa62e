package nl.poort25.mailservice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import nl.poort25.account.CurrentUser;
import nl.poort25.domain.Registrations;
import nl.poort25.policy.Article;
import nl.poort25.policy.Documents;
import nl.poort25.web.Choice;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** Three questions that lead to the service that suits (3.7). */
@Path("/mail-services/advice")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class AdviceResource {
  private static final List<Choice> INTAKES =
      Arrays.stream(DeliveryMethod.values())
          .map(intake -> Choice.of(intake, "mailservice.advice.intake"))
          .toList();
  private static final List<Choice> FILTERS =
      Arrays.stream(MailServiceAdvice.Filter.values())
          .map(filter -> Choice.of(filter, "mailservice.advice.filter"))
          .toList();
  private static final List<Choice> WHICHES =
      Arrays.stream(MailServiceAdvice.Addresses.values())
          .map(addresses -> Choice.of(addresses, "mailservice.advice.addresses"))
          .toList();

  @Inject Registrations registrations;
  @Inject CurrentUser user;
  @Inject Documents documents;

  @GET
  public Page show(
      @QueryParam("intake") String intake,
      @QueryParam("filter") String filter,
      @QueryParam("addresses") String addresses,
      @QueryParam("domain") String domain,
      @QueryParam("asked") String asked) {
    var advice = MailServiceAdvice.of(intake, filter, addresses);
    var page =
        Page.of("mailservice/advice.html")
            .with("intake", intake)
            .with("filter", filter)
            .with("addresses", addresses)
            .with("intakes", INTAKES)
            .with("filters", FILTERS)
            .with("whiches", WHICHES)
            .with("documents", documents.of(Article.A3_7))
            .with("advice", advice);
    Long domainId = ChoiceParser.id(domain);
    if (domainId != null) {
      page = page.with("domain", registrations.get(domainId, user.partner()));
    }
    return asked != null && advice == null ? page.with("errors", missing(intake, filter)) : page;
  }

  private static FormErrors missing(String intake, String filter) {
    var errors = new FormErrors();
    if (intake == null) {
      errors.add("intake", "web.form.choose");
    }
    if (filter == null) {
      errors.add("filter", "web.form.choose");
    }
    return errors.isEmpty() ? errors.add("addresses", "web.form.choose") : errors;
  }
}
