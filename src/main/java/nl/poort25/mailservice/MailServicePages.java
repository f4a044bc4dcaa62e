package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.poort25.account.CurrentUser;
import nl.poort25.domain.Registration;
import nl.poort25.policy.Article;
import nl.poort25.policy.Documents;
import nl.poort25.policy.PolicyVersion;
import nl.poort25.policy.Verdict;
import nl.poort25.text.Text;
import nl.poort25.web.Choice;
import nl.poort25.web.ConcurrencyLimit;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** Gathers what the pages show where fields of a service are filled in. */
@ApplicationScoped
class MailServicePages {
  private static final List<Choice> INTAKES =
      Arrays.stream(DeliveryMethod.values())
          .map(i -> Choice.explained(i, "mailservice.intake"))
          .toList();

  /** A look may hold its request for seconds: some at once, and of one partner a few of these. */
  private final ConcurrencyLimit looks = new ConcurrencyLimit(16, 3);

  @Inject DestinationLookup destinations;
  @Inject Documents documents;
  @Inject CurrentUser user;
  @Inject InstantSource clock;

  Page choose(Registration registration, Map<MailServiceKind, Verdict> verdicts) {
    return Page.of("mailservice/choose.html")
        .with("domain", registration)
        .with("kinds", MailServiceKind.values())
        .with("verdicts", verdicts)
        .with("documents", documents.of(Article.A3_7))
        .with("verdict", registration.isActive() ? null : verdicts.get(MailServiceKind.SMTP));
  }

  Page order(
      Registration registration, MailServiceKind kind, MailServiceForm form, FormErrors errors) {
    return fields("mailservice/new.html", kind, form, errors)
        .with("domain", registration)
        .with("costs", Article.A3_8.policy())
        .with("documents", documents.of(Article.A3_7))
        .with(
            "acknowledge", Text.of("mailservice.new.acknowledge", PolicyVersion.current().date()));
  }

  Page change(MailService service, MailServiceForm form, FormErrors errors) {
    return fields("mailservice/change.html", service.getKind(), form, errors)
        .with("service", service)
        .with("domain", service.getRegistration());
  }

  private static Page fields(
      String view, MailServiceKind kind, MailServiceForm form, FormErrors errors) {
    return Page.of(view)
        .with("kind", kind)
        .with("form", form)
        .with("errors", errors)
        .with("intakes", INTAKES);
  }

  /** Outside any transaction; with an error at the destination where nothing can be said now. */
  DestinationProblems look(Delivery delivery, FormErrors errors) {
    if (delivery == null || !delivery.isDelivered() || !errors.isEmpty()) {
      return DestinationProblems.NOT_NEEDED;
    }
    var destination = Destination.parse(delivery.destination());
    var who = user.visitor().partnerId();
    if (!looks.tryEnter(who)) {
      errors.add("destination", "mailservice.destination.busy", destination.toString());
      return DestinationProblems.NOT_NEEDED;
    }
    DestinationProblems reach;
    try {
      reach = destinations.look(destination);
    } finally {
      looks.leave(who);
    }
    if (!reach.isKnown()) {
      errors.add("destination", reach.unknown());
    }
    return reach;
  }

  Page refusal(Page page, Verdict verdict, DestinationProblems reach) {
    return page.with("verdict", verdict)
        .with("notes", Map.of(MailServiceRule.DESTINATION_IS_REACHABLE, reach.why()));
  }
}
