package nl.poort25.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import nl.poort25.exemption.Decisions;
import nl.poort25.exemption.ExemptionRequests;
import nl.poort25.exemption.ReasonsGiven;
import nl.poort25.policy.Article;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.ticket.UpdateKind;

/** The exemptions of the demo world: late, running, waiting for the partner, open, rejected. */
@ApplicationScoped
class DemoExemptions {
  private static final Duration A_DAY = Duration.ofDays(1);

  @Inject DemoActs acts;
  @Inject ExemptionRequests requests;
  @Inject Decisions decisions;

  void fill(Instant now) {
    var sanne = acts.account("sanne@havenkantoor.example");
    var noor = acts.account("noor@polder.example");
    var daan = acts.account("daan@brugensluis.example");
    var karim = acts.account("karim@routit.example");
    var lieke = acts.account("lieke@routit.example");

    long late =
        acts.requestForThirdParty(
            noor, "ZAK-0904", "203.0.113.0/28", "192.0.2.18", now.minus(A_DAY.multipliedBy(8)));
    acts.say(noor, late, "Onze spamfilterdienst levert vanaf deze reeks af.", DemoActs.ago(now, 8));

    long running =
        acts.requestForServers(
            sanne,
            ExemptionKind.COLOCATION,
            "COLO-0012",
            now.minus(A_DAY),
            DemoActs.server("mx1.havenkantoor.example", "192.0.2.46", null));
    acts.say(
        sanne,
        running,
        "De server staat sinds vorige week in de colocation.",
        DemoActs.ago(now, 1));
    acts.assign(karim, running);
    acts.write(
        karim, running, UpdateKind.NOTE, "Zelfde server als vorig jaar.", DemoActs.ago(now, 1));
    acts.write(
        karim,
        running,
        UpdateKind.MESSAGE,
        "Dank u, wij kijken ernaar.",
        DemoActs.ago(now, 1),
        Article.A4_3);

    long waiting =
        acts.requestForServers(
            noor,
            ExemptionKind.COLOCATION,
            "COLO-0031",
            now.minus(A_DAY.multipliedBy(5)),
            DemoActs.server("mail.polder.example", "198.51.100.33", null));
    acts.assign(lieke, waiting);
    acts.write(
        karim,
        waiting,
        UpdateKind.QUESTION,
        "Wie mag er via deze server verzenden, en hoe meldt die zich aan?",
        DemoActs.ago(now, 4),
        Article.A4_12);

    acts.requestForServers(
        daan,
        ExemptionKind.OWN_MAIL_SERVICE,
        "THW-2210",
        now,
        DemoActs.server("mx1.brugensluis.example", "192.0.2.61", null),
        DemoActs.server("mx2.brugensluis.example", "192.0.2.62", null));

    long open =
        acts.requestForServers(
            sanne,
            ExemptionKind.OWN_MAIL_SERVICE,
            "ZAK-0331",
            now.minus(A_DAY.multipliedBy(30)),
            DemoActs.server("mail.havenkantoor.example", "192.0.2.97", null));
    acts.assign(karim, open);
    acts.approve(karim, open, "In orde.", DemoActs.ago(now, 29));
    acts.confirmOpened(lieke, open, DemoActs.ago(now, 29));
    acts.write(
        karim, open, UpdateKind.MESSAGE, "Poort 25 is open naar dit adres.", DemoActs.ago(now, 29));

    long approved =
        acts.requestForThirdParty(
            daan, "ZAK-1017", "203.0.113.64/28", "192.0.2.66", DemoActs.ago(now, 2));
    acts.approve(karim, approved, null, DemoActs.ago(now, 1));

    long rejected =
        acts.requestForThirdParty(
            sanne, "ZAK-0518", "203.0.113.96/27", "198.51.100.9", DemoActs.ago(now, 12));
    acts.actAs(karim);
    decisions.reject(
        rejected,
        new Decisions.DecisionInput(
            acts.version(rejected),
            Set.of(),
            ReasonsGiven.NONE,
            Map.of(),
            Set.of(Article.A4_4),
            "De documentatie noemt deze adressen niet.",
            "Stuur een pagina van de derde partij mee waarop deze adressen staan."),
        karim.getId(),
        DemoActs.ago(now, 11));

    acts.actAs(sanne);
    requests.begin(
        ExemptionKind.OWN_MAIL_SERVICE, false, sanne.getPartner().getId(), sanne.getId(), now);
  }
}
