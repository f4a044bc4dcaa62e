package nl.poort25.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.audit.Actor;
import nl.poort25.exemption.Answers;
import nl.poort25.exemption.Contact;
import nl.poort25.exemption.Decisions;
import nl.poort25.exemption.ExemptionCase.Acknowledgements;
import nl.poort25.exemption.Exemptions;
import nl.poort25.exemption.MailServer;
import nl.poort25.exemption.Measure;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.Openings;
import nl.poort25.exemption.Requests;
import nl.poort25.network.Cidr;
import nl.poort25.policy.Article;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.ticket.Conversations;
import nl.poort25.ticket.NewUpdate;
import nl.poort25.ticket.Tickets;
import nl.poort25.ticket.UpdateKind;

/** The exemptions of the demo world: late, running, waiting for the partner, open, rejected. */
@ApplicationScoped
class DemoExemptions {
  private static final Duration A_DAY = Duration.ofDays(1);

  @PersistenceContext EntityManager em;
  @Inject Requests requests;
  @Inject Exemptions exemptions;
  @Inject Decisions decisions;
  @Inject Openings openings;
  @Inject Tickets tickets;
  @Inject Conversations conversations;
  @Inject Accounts accounts;
  @Inject Actor actor;

  void fill(Instant now) {
    var sanne = account("sanne@havenkantoor.example");
    var noor = account("noor@polder.example");
    var daan = account("daan@brugensluis.example");
    var karim = account("karim@routit.example");
    var lieke = account("lieke@routit.example");

    long late =
        thirdParty(
            noor, "ZAK-0904", "203.0.113.0/28", "192.0.2.18", now.minus(A_DAY.multipliedBy(8)));
    say(noor, late, "Onze spamfilterdienst levert vanaf deze reeks af.", ago(now, 8));

    long running =
        servers(
            sanne,
            ExemptionKind.COLOCATION,
            "COLO-0012",
            now.minus(A_DAY),
            server("mx1.havenkantoor.example", "192.0.2.46", null));
    say(sanne, running, "De server staat sinds vorige week in de colocation.", ago(now, 1));
    take(karim, running);
    write(karim, running, UpdateKind.NOTE, "Zelfde server als vorig jaar.", ago(now, 1));
    write(
        karim,
        running,
        UpdateKind.MESSAGE,
        "Dank u, wij kijken ernaar.",
        ago(now, 1),
        Article.A4_3);

    long waiting =
        servers(
            noor,
            ExemptionKind.COLOCATION,
            "COLO-0031",
            now.minus(A_DAY.multipliedBy(5)),
            server("mail.polder.example", "198.51.100.33", null));
    take(lieke, waiting);
    write(
        karim,
        waiting,
        UpdateKind.QUESTION,
        "Wie mag er via deze server verzenden, en hoe meldt die zich aan?",
        ago(now, 4),
        Article.A4_12);

    servers(
        daan,
        ExemptionKind.OWN_MAIL_SERVICE,
        "THW-2210",
        now,
        server("mx1.brugensluis.example", "192.0.2.61", null),
        server("mx2.brugensluis.example", "192.0.2.62", null));

    long open =
        servers(
            sanne,
            ExemptionKind.OWN_MAIL_SERVICE,
            "ZAK-0331",
            now.minus(A_DAY.multipliedBy(30)),
            server("mail.havenkantoor.example", "192.0.2.97", null));
    take(karim, open);
    approve(karim, open, "In orde.", ago(now, 29));
    opened(lieke, open, ago(now, 29));
    write(karim, open, UpdateKind.MESSAGE, "Poort 25 is open naar dit adres.", ago(now, 29));

    long approved = thirdParty(daan, "ZAK-1017", "203.0.113.64/28", "192.0.2.66", ago(now, 2));
    approve(karim, approved, null, ago(now, 1));

    long rejected = thirdParty(sanne, "ZAK-0518", "203.0.113.96/27", "198.51.100.9", ago(now, 12));
    actsNow(karim);
    decisions.reject(
        rejected,
        new Decisions.Asked(
            version(rejected),
            Set.of(),
            Map.of(),
            Set.of(Article.A4_4),
            "De documentatie noemt deze adressen niet.",
            "Stuur een pagina van de derde partij mee waarop deze adressen staan."),
        karim.getId(),
        ago(now, 11));

    actsNow(sanne);
    requests.begin(
        ExemptionKind.OWN_MAIL_SERVICE, false, sanne.getPartner().getId(), sanne.getId(), now);
  }

  private static Instant ago(Instant now, int days) {
    return now.minus(A_DAY.multipliedBy(days)).plus(Duration.ofHours(1));
  }

  private static MailServer server(String host, String ipv4, String ipv6) {
    return new MailServer(host, ipv4, ipv6, "Postfix 3.9", "eigen beheer");
  }

  private long servers(
      Account by, ExemptionKind kind, String reference, Instant at, MailServer... servers) {
    return sent(by, kind, reference, at, answers -> answers.serves(List.of(servers)));
  }

  private long thirdParty(
      Account by, String reference, String sources, String destination, Instant at) {
    return sent(
        by,
        ExemptionKind.THIRD_PARTY,
        reference,
        at,
        answers -> {
          answers.isBy(
              "Mailfilter Nederland",
              "https://mailfilter.example/adressen",
              List.of(Cidr.of(sources)));
          answers.goesTo(List.of(Cidr.of(destination)));
        });
  }

  private long sent(
      Account by, ExemptionKind kind, String reference, Instant at, Consumer<Answers> answered) {
    actsNow(by);
    long partner = by.getPartner().getId();
    long id = requests.begin(kind, false, partner, by.getId(), at);
    requests.chooseConnection(id, partner, version(id), connection(reference));
    requests.answer(
        id,
        partner,
        version(id),
        exemption -> {
          var answers = exemption.draft();
          answered.accept(answers);
          answers.isFor(800, "Mail voor onze klanten, die een eigen filter hebben.");
          answers.takes(Set.of(Measure.NO_OPEN_RELAY, Measure.SPAM_FILTER, Measure.UPDATES), null);
          answers.reaches(
              new Contact("Beheer", "abuse@" + domain(by.getEmail()), "+31 10 000 00 00"));
        });
    String seen = Requests.violations(requests.outlook(id, partner));
    requests.submit(id, partner, version(id), Acknowledgements.BOTH, seen, by.getId(), at);
    return id;
  }

  private void approve(Account staff, long id, String reason, Instant at) {
    actsNow(staff);
    decisions.approve(
        id,
        new Decisions.Asked(version(id), lines(id), Map.of(), Set.of(), reason, null),
        staff.getId(),
        at);
  }

  private void opened(Account network, long id, Instant at) {
    actsNow(network);
    openings.confirm(id, Opening.ToDo.OPEN, lines(id), "gezien op de router", network.getId(), at);
  }

  private Set<Long> lines(long id) {
    return exemptions.openings(id).stream().map(Opening::getId).collect(Collectors.toSet());
  }

  /** As a page would have shown it: what was changed in this transaction has been written. */
  private int version(long id) {
    em.flush();
    return em.find(nl.poort25.exemption.Exemption.class, id).getVersion();
  }

  private long connection(String reference) {
    return em.createQuery(
            "select c.id from Connection c where c.reference = :reference", Long.class)
        .setParameter("reference", reference)
        .getSingleResult();
  }

  private static String domain(String email) {
    return email.substring(email.indexOf('@') + 1);
  }

  private Account account(String email) {
    return accounts.byEmail(email).orElseThrow();
  }

  private long ticket(long exemption) {
    return exemptions.get(exemption, null).getTicket().getId();
  }

  private void take(Account staff, long exemption) {
    actsNow(staff);
    tickets.assign(ticket(exemption), staff.getId(), null);
  }

  private void say(Account by, long exemption, String text, Instant at) {
    actsNow(by);
    conversations.write(
        ticket(exemption), by.getPartner().getId(), by.getId(), NewUpdate.message(text), at);
  }

  private void write(
      Account staff, long exemption, UpdateKind kind, String text, Instant at, Article... cited) {
    actsNow(staff);
    var update = new NewUpdate(kind, text, Set.of(cited), List.of());
    conversations.write(ticket(exemption), null, staff.getId(), update, at);
  }

  private void actsNow(Account account) {
    actor.is(account.getId(), account.getName(), account.getPartner() == null);
  }
}
