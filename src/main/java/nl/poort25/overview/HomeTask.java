package nl.poort25.overview;

import java.time.Instant;
import nl.poort25.abuse.AbuseCase;
import nl.poort25.domain.DomainRow;
import nl.poort25.domain.DomainStatus;
import nl.poort25.domain.NextStepView;
import nl.poort25.exemption.Exemption;
import nl.poort25.text.Text;
import nl.poort25.ticket.Ticket;

/**
 * A task on the partner's home page.
 *
 * @param sign "bad", "wait" or "info"
 * @param mark what stands in the sign
 * @param subject a name that is no text; null where {@code what} says it all
 * @param what is the matter
 * @param until when it is to be done; null where no term runs
 * @param toDo what to do about it
 */
public record HomeTask(
    String sign,
    String mark,
    String subject,
    Text what,
    Instant until,
    Text toDo,
    String href,
    Text button) {

  /**
   * @param next what comes next for it
   */
  static HomeTask of(DomainRow domain, NextStepView next) {
    var standing = domain.standing();
    String sign = standing.sign();
    // whoever's mail bounces is told so before anything else
    boolean bounces = standing == DomainStatus.BOUNCES;
    return new HomeTask(
        sign,
        sign.equals("bad") ? "!" : sign.equals("wait") ? "?" : "2",
        domain.unicodeName(),
        Text.of("domain.task." + standing),
        null,
        bounces ? Text.of("domain.task.BOUNCES.do") : next.text(),
        "/domains/" + domain.id(),
        Text.of("domain.task.button." + (bounces ? standing : next.step())));
  }

  /** Port 25 is blocked until the investigation is complete (4.14). */
  static HomeTask of(AbuseCase open) {
    var addresses = open.getAddresses();
    boolean works = open.getConfirmation() != null;
    return new HomeTask(
        "bad",
        "!",
        addresses.get(0).toString(),
        addresses.size() == 1
            ? Text.of(works ? "domain.home.abuse" : "domain.home.abuse.closing")
            : Text.of(
                works ? "domain.home.abuse.more" : "domain.home.abuse.closing.more",
                addresses.size() - 1),
        null,
        Text.of("domain.home.abuse.do", open.getToAnswer(), open.getNumber()),
        "/abuse/" + open.getId(),
        Text.of("domain.home.abuse.button"));
  }

  /** Staff asked something: the clock stands still until he answers (4.9). */
  static HomeTask of(Ticket asked, String href) {
    return new HomeTask(
        "wait",
        "?",
        asked.getNumber(),
        Text.of("domain.home.question"),
        null,
        Text.of("domain.home.question.do", asked.getAbout()),
        href,
        Text.of("domain.home.question.button"));
  }

  static HomeTask toConfirm(Exemption open, Instant now) {
    boolean missed = !now.isBefore(open.getConfirmBy());
    return new HomeTask(
        missed ? "bad" : "wait",
        missed ? "!" : "?",
        open.getNumber(),
        Text.of(missed ? "domain.home.unconfirmed" : "domain.home.confirm"),
        open.getConfirmBy(),
        Text.of("domain.home.confirm.do", open.getTicket().getAbout()),
        "/exemptions/" + open.getId(),
        Text.of("domain.home.confirm.button"));
  }

  static HomeTask ofDraft(Exemption draft) {
    String place = draft.getConnection() == null ? null : draft.getConnection().getReference();
    return new HomeTask(
        "info",
        "…",
        place,
        Text.of("domain.home.draft", Text.of("exemption.kind." + draft.getKind())),
        null,
        Text.of("domain.home.draft.do"),
        "/exemptions/" + draft.getId() + "/submission",
        Text.of("domain.home.draft.button"));
  }
}
