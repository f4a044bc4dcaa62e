package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.account.Role;
import nl.poort25.exemption.ExemptionAct.ConfirmationMissed;
import nl.poort25.exemption.ExemptionAct.ConfirmationReminded;
import nl.poort25.exemption.ExemptionAct.ExemptionDecided;
import nl.poort25.exemption.ExemptionAct.OpeningConfirmed;
import nl.poort25.notification.NotificationKind;
import nl.poort25.notification.Notifications;
import nl.poort25.text.Languages;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;

/** Mails the partner what happened to an exemption, in the reader's language. */
@ApplicationScoped
class ExemptionNotifications {
  @Inject Notifications notifications;
  @Inject Accounts accounts;
  @Inject Exemptions exemptions;
  @Inject PointConfirmations points;
  @Inject Texts texts;

  void decided(@Observes ExemptionDecided act) {
    var decision = act.decision();
    var lines = act.lines();
    switch (decision.getKind()) {
      case APPROVAL, PARTIAL_APPROVAL -> granted(act);
      case REJECTION ->
          tell(
              act.exemption(),
              NotificationKind.DECISION,
              "exemption-rejected",
              account -> reasons(decision, account));
      case RESTORATION -> tellOf(act, lines, "exemption-restored");
      case ENDING -> tellOf(act, lines, "exemption-ended");
      case SUSPENSION, TAKEN_OVER, ACCEPTANCE -> {
        // the abuse case tells it with its evidence; what was taken over was open before, and stays
      }
    }
  }

  /** What no enforcement point carries out by itself, somebody has to (4.10). */
  void toCarryOut(@Observes ExemptionDecided act) {
    var toDo = act.lines().stream().filter(line -> line.getToDo() != null).toList();
    if (toDo.isEmpty()) {
      return;
    }
    var awaited = points.awaited(toDo);
    var byHand = toDo.stream().filter(line -> !awaited.contains(line.getId())).toList();
    if (byHand.isEmpty()) {
      return;
    }
    String path = "/backoffice/exemptions/" + act.exemption().getId();
    for (var to : accounts.staffWithRole(Role.NETWORK)) {
      var arguments =
          Map.of(
              "number",
              act.exemption().getNumber(),
              "openLines",
              DecisionLetter.lines(byHand, texts, locale(to)),
              "path",
              path);
      notifications.tell(to, NotificationKind.NETWORK_TASK, path, "network-task", arguments);
    }
  }

  private void tellOf(ExemptionDecided act, List<Opening> lines, String template) {
    tell(
        act.exemption(),
        NotificationKind.DECISION,
        template,
        account -> {
          var values = reasons(act.decision(), account);
          values.put("openLines", DecisionLetter.lines(lines, texts, locale(account)));
          return values;
        });
  }

  private void granted(ExemptionDecided act) {
    boolean partly = act.decision().isPartial();
    tell(
        act.exemption(),
        NotificationKind.DECISION,
        partly ? "exemption-approved-partly" : "exemption-approved",
        account -> new DecisionLetter(act, texts, locale(account)).values());
  }

  /** Once all that was granted is open (4.10), or all that was to close is closed. */
  void confirmed(@Observes OpeningConfirmed act) {
    String line = act.opening().getFlow().words();
    tell(
        act.exemption(),
        NotificationKind.PORT,
        act.opening().getConfirmed().isOpen() ? "exemption-opened" : "exemption-closed",
        account ->
            Map.of("line", line, "at", moment(act.opening().getConfirmed().getAt(), account)));
  }

  void reminded(@Observes ConfirmationReminded act) {
    var due = act.exemption().getConfirmBy();
    tell(
        act.exemption(),
        NotificationKind.CONFIRMATION,
        "exemption-confirm",
        account -> needed(act.exemption(), due, account));
  }

  void missed(@Observes ConfirmationMissed act) {
    tell(
        act.exemption(),
        NotificationKind.CONFIRMATION,
        "exemption-unconfirmed",
        account -> needed(act.exemption(), act.due(), account));
  }

  /** What is still granted of it, and until when its partner can say that he needs it. */
  private Map<String, String> needed(Exemption exemption, Instant due, Account account) {
    var lines =
        exemptions.openings(exemption.getId()).stream()
            .filter(line -> line.getState().isCounted())
            .toList();
    var values = new HashMap<String, String>();
    values.put("end", day(due, account));
    values.put("openLines", DecisionLetter.lines(lines, texts, locale(account)));
    return values;
  }

  private Map<String, String> reasons(Decision decision, Account account) {
    var values = new HashMap<String, String>();
    values.put("reason", DecisionLetter.orDash(decision.getReason()));
    values.put("cure", DecisionLetter.orDash(decision.getCure()));
    values.put("articles", DecisionLetter.cited(decision.getCites(), texts, locale(account)));
    return values;
  }

  private static Locale locale(Account account) {
    return Languages.of(account.getLanguage());
  }

  private void tell(
      Exemption exemption,
      NotificationKind kind,
      String template,
      Function<Account, Map<String, String>> more) {
    var asker = exemption.getAcknowledged() == null ? null : exemption.getAcknowledged().by();
    for (var account : accounts.readers(asker, exemption.getPartner())) {
      var arguments = new HashMap<>(more.apply(account));
      arguments.put("number", exemption.getNumber());
      arguments.put("about", exemption.getTicket().getAbout());
      arguments.put("id", "" + exemption.getId());
      notifications.tell(account, kind, "/exemptions/" + exemption.getId(), template, arguments);
    }
  }

  private static String moment(Instant at, Account account) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Languages.of(account.getLanguage()))
        .format(at.atZone(LocalizedTexts.ZONE));
  }

  private static String day(Instant at, Account account) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", Languages.of(account.getLanguage()))
        .format(at.atZone(LocalizedTexts.ZONE));
  }
}
