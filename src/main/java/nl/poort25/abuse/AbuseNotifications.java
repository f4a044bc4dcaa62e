package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.poort25.abuse.AbuseAct.AbuseBlocked;
import nl.poort25.abuse.AbuseAct.AbuseCleared;
import nl.poort25.abuse.AbuseAct.AbuseEnforced;
import nl.poort25.abuse.AbuseAct.AbuseExtended;
import nl.poort25.abuse.AbuseAct.ItemJudged;
import nl.poort25.account.Accounts;
import nl.poort25.network.Cidr;
import nl.poort25.outbox.Outbox;
import nl.poort25.text.Languages;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;
import nl.poort25.text.Truncation;

/** Tells the partner's administrators what happens in a case. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class AbuseNotifications {
  /** What a mail takes of a text; the page has all of it. */
  private static final int LONGEST = 600;

  @Inject Accounts accounts;
  @Inject Outbox outbox;
  @Inject Texts texts;
  @Inject BlockConfirmationMode enforcement;

  void blocked(@Observes AbuseBlocked act) {
    String reason = Truncation.to(LONGEST, act.abuseCase().getReason());
    tell(
        act.abuseCase(),
        "abuse-blocked",
        language -> Map.of("reason", reason, "when", when(language)));
  }

  /** In a mail that is written before anything was done in the network. */
  private String when(String language) {
    return texts.in(Languages.of(language), enforcement.when());
  }

  /** Now it is closed: somebody saw it, or it was read back. */
  void enforced(@Observes AbuseEnforced act) {
    tell(
        act.abuseCase(),
        "abuse-in-force",
        language -> Map.of("at", moment(act.abuseCase().getConfirmation().at(), language)));
  }

  private static String moment(Instant at, String language) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Languages.of(language))
        .format(at.atZone(LocalizedTexts.ZONE));
  }

  void extended(@Observes AbuseExtended act) {
    tell(
        act.abuseCase(),
        "abuse-extended",
        language ->
            Map.of(
                "added",
                Truncation.to(LONGEST, words(act.addresses())),
                "reason",
                Truncation.to(LONGEST, act.reason()),
                "when",
                when(language)));
  }

  /** To who decides, and cannot choose not to know it (4.14). */
  void answered(@Observes AnswersSent event) {
    var about = event.abuseCase();
    for (var to : accounts.deciders()) {
      outbox.write(
          to.getEmail(),
          to.getLanguage(),
          "abuse-answered",
          Map.of(
              "number",
              about.getNumber(),
              "partner",
              about.getPartner().getName(),
              "count",
              "" + event.items(),
              "id",
              "" + about.getId()));
    }
  }

  void judged(@Observes ItemJudged act) {
    var item = act.item();
    if (!item.isAccepted()) {
      tell(
          act.abuseCase(),
          "abuse-item-refused",
          language ->
              Map.of(
                  "item",
                  texts.in(Languages.of(language), "abuse.item." + item.getKind()),
                  "reason",
                  Truncation.to(LONGEST, item.getWhy())));
    }
  }

  void cleared(@Observes AbuseCleared act) {
    String conclusion = Truncation.to(LONGEST, act.abuseCase().getClosure().conclusion());
    tell(act.abuseCase(), "abuse-cleared", language -> Map.of("conclusion", conclusion));
  }

  private void tell(AbuseCase about, String template, Function<String, Map<String, String>> more) {
    for (var administrator : accounts.administratorsOf(about.getPartner())) {
      var arguments = new TreeMap<>(more.apply(administrator.getLanguage()));
      arguments.put("number", about.getNumber());
      arguments.put("id", String.valueOf(about.getId()));
      arguments.put("addresses", Truncation.to(LONGEST, words(about.getAddresses())));
      outbox.write(administrator.getEmail(), administrator.getLanguage(), template, arguments);
    }
  }

  private static String words(List<Cidr> addresses) {
    return addresses.stream().map(Cidr::toString).collect(Collectors.joining(", "));
  }
}
