package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.exemption.ExemptionAct.ConfirmationMissed;
import nl.poort25.exemption.ExemptionAct.ConfirmationReminded;
import nl.poort25.exemption.ExemptionAct.ExemptionDecided;
import nl.poort25.exemption.ExemptionAct.OpeningConfirmed;
import nl.poort25.outbox.Outbox;
import nl.poort25.policy.Article;
import nl.poort25.web.Language;
import nl.poort25.web.Phrases;
import nl.poort25.web.Texts;

/** Tells a partner by mail what became of his exemption, in the language of who reads it. */
@ApplicationScoped
class Notices {
  @Inject Outbox outbox;
  @Inject Accounts accounts;
  @Inject Texts texts;

  void decided(@Observes ExemptionDecided act) {
    var decision = act.decision();
    switch (decision.getKind()) {
      case APPROVAL, PARTIAL_APPROVAL ->
          tell(act.exemption(), "exemption-approved", account -> reasons(decision, account));
      case REJECTION ->
          tell(act.exemption(), "exemption-rejected", account -> reasons(decision, account));
      case RESTORATION ->
          tell(act.exemption(), "exemption-restored", account -> reasons(decision, account));
      case ENDING ->
          tell(act.exemption(), "exemption-ended", account -> reasons(decision, account));
      case SUSPENSION, TAKEN_OVER, ACCEPTANCE -> {
        // the abuse case tells it with its evidence; what was taken over was open before, and stays
      }
    }
  }

  /** Once all that was granted is open (4.10), or all that was to close is closed. */
  void confirmed(@Observes OpeningConfirmed act) {
    var line = act.opening().getLine().key().replace("any>", "").replace(">", " → ");
    tell(
        act.exemption(),
        act.opening().isPortOpen() ? "exemption-opened" : "exemption-closed",
        account -> Map.of("line", line, "at", moment(act.opening().getConfirmedAt(), account)));
  }

  void reminded(@Observes ConfirmationReminded act) {
    tell(
        act.exemption(),
        "exemption-confirm",
        account -> Map.of("end", day(act.exemption().getConfirmBy(), account)));
  }

  void missed(@Observes ConfirmationMissed act) {
    tell(
        act.exemption(),
        "exemption-unconfirmed",
        account -> Map.of("end", day(act.due(), account)));
  }

  private Map<String, String> reasons(Decision decision, Account account) {
    var locale = Language.of(account.getLanguage());
    var values = new HashMap<String, String>();
    values.put("reason", decision.getReason() == null ? "–" : decision.getReason());
    values.put("cure", decision.getCure() == null ? "–" : decision.getCure());
    values.put(
        "articles",
        decision.getCites().stream()
            .map(article -> cited(article, locale))
            .collect(Collectors.joining("; ")));
    return values;
  }

  private String cited(Article article, java.util.Locale locale) {
    return texts.in(locale, article.parts().get(0).text())
        + ": "
        + texts.in(locale, article.title());
  }

  private void tell(
      Exemption exemption, String template, Function<Account, Map<String, String>> more) {
    var asker = exemption.getAcknowledged() == null ? null : exemption.getAcknowledged().by();
    for (var account : accounts.readers(asker, exemption.getPartner())) {
      var arguments = new HashMap<>(more.apply(account));
      arguments.put("number", exemption.getNumber());
      arguments.put("about", exemption.getTicket().getAbout());
      arguments.put("id", "" + exemption.getId());
      outbox.write(account.getEmail(), account.getLanguage(), template, arguments);
    }
  }

  private static String moment(Instant at, Account account) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Language.of(account.getLanguage()))
        .format(at.atZone(Phrases.ZONE));
  }

  private static String day(Instant at, Account account) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", Language.of(account.getLanguage()))
        .format(at.atZone(Phrases.ZONE));
  }
}
