package nl.poort25.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.poort25.demo.DemoActs.ago;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import nl.poort25.abuse.AbuseBlocking;
import nl.poort25.abuse.AbuseCases;
import nl.poort25.abuse.AbuseReports;
import nl.poort25.abuse.AnswerReview;
import nl.poort25.abuse.ItemKind;
import nl.poort25.abuse.ReportDate;
import nl.poort25.abuse.UploadedReports;
import nl.poort25.abusereport.ReportLimits;
import nl.poort25.abusereport.ReportUpload;
import nl.poort25.account.Account;
import nl.poort25.account.Scope;
import nl.poort25.exemption.Opening;
import nl.poort25.network.Cidr;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.setting.Settings;

/** Abuse in the demo world: a case that has ended, one under investigation, and complaints. */
@ApplicationScoped
class DemoAbuse {
  private static final String CLOSED = "192.0.2.130";
  private static final String OPEN = "192.0.2.113";

  @Inject DemoActs acts;
  @Inject AbuseReports reports;
  @Inject UploadedReports uploaded;
  @Inject AbuseBlocking blocks;
  @Inject AbuseCases cases;
  @Inject Settings settings;

  void fill(Instant now) {
    var joris = acts.account("joris@molenwiek.example");
    var karim = acts.account("karim@routit.example");
    var lieke = acts.account("lieke@routit.example");
    long colocation =
        open(
            joris, karim, lieke, ExemptionKind.COLOCATION, "COLO-0044", "mx", CLOSED, ago(now, 90));
    long own =
        open(
            joris,
            karim,
            lieke,
            ExemptionKind.OWN_MAIL_SERVICE,
            "ZAK-0720",
            "mail",
            OPEN,
            ago(now, 60));
    ended(joris, karim, lieke, colocation, now);
    investigated(joris, karim, lieke, own, now);
    // nobody has looked at these yet: the second names an address that nobody here ever had
    taken(karim, "192.0.2.114", ago(now, 1), now.minus(Duration.ofHours(2)));
    taken(karim, "203.0.113.200", ago(now, 1), now.minus(Duration.ofHours(1)));
  }

  private long open(
      Account by,
      Account reviewer,
      Account network,
      ExemptionKind kind,
      String reference,
      String host,
      String address,
      Instant at) {
    var server = DemoActs.server(host + ".molenwiek.example", address, null);
    long id = acts.requestForServers(by, kind, reference, at, server);
    acts.approve(reviewer, id, null, at.plus(Duration.ofHours(3)));
    acts.confirmOpened(network, id, at.plus(Duration.ofHours(5)));
    return id;
  }

  private void ended(Account partner, Account karim, Account lieke, long exemption, Instant now) {
    long id =
        block(
            lieke,
            CLOSED,
            "Het log van de relay laat duizenden berichten in een uur zien.",
            null,
            ago(now, 40));
    acts.confirm(lieke, exemption, Opening.ToDo.CLOSE, "dicht, gezien op de router", ago(now, 40));
    cases.confirmEnforced(
        id, version(id), "Geen verbinding meer mogelijk.", lieke.getId(), ago(now, 40));
    answer(partner, id, ItemKind.CAUSE, "Een formulier op een website verstuurde.", ago(now, 39));
    answer(partner, id, ItemKind.MEASURE, "Het formulier is van de website af.", ago(now, 39));
    answer(partner, id, ItemKind.PROOF, "In het log staat sinds gisteren niets.", ago(now, 38));
    answer(partner, id, ItemKind.RELAY_TEST, "De test van buiten wordt geweigerd.", ago(now, 38));
    answer(partner, id, ItemKind.LISTINGS, "Het adres staat op geen lijst meer.", ago(now, 37));
    for (var kind : ItemKind.values()) {
      judge(karim, id, kind, ago(now, 36));
    }
    acts.actAs(karim);
    cases.close(
        id,
        version(id),
        "De oorzaak is weg, en de test van buiten bevestigt dat.",
        karim.getId(),
        ago(now, 35));
    acts.confirmOpened(lieke, exemption, ago(now, 35));
  }

  private void investigated(
      Account partner, Account karim, Account lieke, long exemption, Instant now) {
    var day = ago(now, 3);
    long first = taken(karim, OPEN, day, day.plus(Duration.ofHours(2)));
    taken(karim, OPEN, day.plus(Duration.ofMinutes(4)), day.plus(Duration.ofHours(2)));
    acts.flush();
    acts.actAs(karim);
    reports.confirm(
        first,
        reports.get(first).getVersion(),
        Cidr.of(OPEN),
        ReportDate.REPORTED,
        true,
        karim.getId(),
        day.plus(Duration.ofHours(3)));
    acts.flush();
    long id =
        block(
            karim,
            OPEN,
            "Twee klachten over spam van dit adres, binnen een kwartier.",
            first,
            day.plus(Duration.ofHours(4)));
    acts.confirm(lieke, exemption, Opening.ToDo.CLOSE, "dicht, gezien op de router", ago(now, 2));
    cases.confirmEnforced(
        id, version(id), "Geen verbinding meer mogelijk.", lieke.getId(), ago(now, 2));
    answer(
        partner, id, ItemKind.CAUSE, "Het wachtwoord van een postbus lag op straat.", ago(now, 2));
    answer(
        partner,
        id,
        ItemKind.MEASURE,
        "Nieuw wachtwoord, en inloggen in twee stappen.",
        ago(now, 1));
    judge(karim, id, ItemKind.CAUSE, ago(now, 1));
  }

  private long taken(Account by, String address, Instant happened, Instant at) {
    acts.actAs(by);
    var upload =
        ReportUpload.read(
            DemoAbuseReport.text(address, happened).getBytes(UTF_8), ReportLimits.of(settings));
    return uploaded.recordAll(upload, by.getId(), at).get(0).report().getId();
  }

  private long block(Account by, String address, String reason, Long report, Instant at) {
    acts.actAs(by);
    return blocks
        .block(
            new AbuseBlocking.BlockRequest(
                Set.of(Cidr.of(address)), reason, null, report, by.getId()),
            at)
        .opened()
        .getId();
  }

  private void answer(Account by, long id, ItemKind kind, String text, Instant at) {
    acts.actAs(by);
    var answer = new AbuseCases.Answer(version(id, kind), text);
    cases.answer(id, Scope.of(by.getPartner()), Map.of(kind, answer), by.getId(), at);
  }

  private void judge(Account by, long id, ItemKind kind, Instant at) {
    acts.actAs(by);
    var judged = new AbuseCases.Judged(version(id, kind), AnswerReview.ACCEPTED, null);
    cases.judge(id, Map.of(kind, judged), by.getId(), at);
  }

  private int version(long id) {
    acts.flush();
    return cases.get(id, Scope.ALL).getVersion();
  }

  private int version(long id, ItemKind kind) {
    acts.flush();
    return cases.get(id, Scope.ALL).getItems().stream()
        .filter(item -> item.getKind() == kind)
        .findFirst()
        .orElseThrow()
        .getVersion();
  }
}
