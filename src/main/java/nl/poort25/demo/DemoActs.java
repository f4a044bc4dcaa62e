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
import nl.poort25.account.Scope;
import nl.poort25.audit.Actor;
import nl.poort25.exemption.AbuseContact;
import nl.poort25.exemption.Decisions;
import nl.poort25.exemption.ExemptionAnswers;
import nl.poort25.exemption.ExemptionRequests;
import nl.poort25.exemption.ExemptionRuleFacts.Acknowledgements;
import nl.poort25.exemption.Exemptions;
import nl.poort25.exemption.MailServer;
import nl.poort25.exemption.Measure;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.Openings;
import nl.poort25.exemption.ReasonsGiven;
import nl.poort25.network.Cidr;
import nl.poort25.policy.Article;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.ticket.Conversations;
import nl.poort25.ticket.NewUpdate;
import nl.poort25.ticket.Tickets;
import nl.poort25.ticket.UpdateKind;

/** Carries out requests and decisions of the demo world as its people, at moments in the past. */
@ApplicationScoped
class DemoActs {
  private static final Duration A_DAY = Duration.ofDays(1);

  @PersistenceContext EntityManager em;
  @Inject ExemptionRequests requests;
  @Inject Exemptions exemptions;
  @Inject Decisions decisions;
  @Inject Openings openings;
  @Inject Tickets tickets;
  @Inject Conversations conversations;
  @Inject Accounts accounts;
  @Inject Actor actor;

  static Instant ago(Instant now, int days) {
    return now.minus(A_DAY.multipliedBy(days)).plus(Duration.ofHours(1));
  }

  static MailServer server(String host, String ipv4, String ipv6) {
    return new MailServer(host, ipv4, ipv6, "Postfix 3.9", "eigen beheer");
  }

  long requestForServers(
      Account by, ExemptionKind kind, String reference, Instant at, MailServer... servers) {
    return submit(by, kind, reference, at, answers -> answers.setServers(List.of(servers)));
  }

  long requestForThirdParty(
      Account by, String reference, String sources, String destination, Instant at) {
    return submit(
        by,
        ExemptionKind.THIRD_PARTY,
        reference,
        at,
        answers -> {
          answers.setThirdParty(
              "Mailfilter Nederland",
              "https://mailfilter.example/adressen",
              List.of(Cidr.of(sources)));
          answers.setDestinations(List.of(Cidr.of(destination)));
        });
  }

  long submit(
      Account by,
      ExemptionKind kind,
      String reference,
      Instant at,
      Consumer<ExemptionAnswers> answered) {
    actAs(by);
    long partner = by.getPartner().getId();
    var scope = Scope.of(partner);
    long id = requests.begin(kind, false, partner, by.getId(), at);
    requests.chooseConnection(id, scope, version(id), connection(reference));
    requests.answer(
        id,
        scope,
        version(id),
        exemption -> {
          var answers = exemption.draftAnswers();
          answered.accept(answers);
          answers.setUse(800, "Mail voor onze klanten, die een eigen filter hebben.");
          answers.setMeasures(
              Set.of(Measure.NO_OPEN_RELAY, Measure.SPAM_FILTER, Measure.UPDATES), null);
          answers.setContact(
              new AbuseContact("Beheer", "abuse@" + domain(by.getEmail()), "+31 10 000 00 00"));
        });
    String seen = ExemptionRequests.violations(requests.previewSubmission(id, scope));
    requests.submit(id, partner, version(id), Acknowledgements.BOTH, seen, by.getId(), at);
    return id;
  }

  void approve(Account staff, long id, String reason, Instant at) {
    actAs(staff);
    decisions.approve(
        id,
        new Decisions.DecisionInput(
            version(id), lines(id), ReasonsGiven.NONE, Map.of(), Set.of(), reason, null),
        staff.getId(),
        at);
  }

  void confirmOpened(Account network, long id, Instant at) {
    confirm(network, id, Opening.ToDo.OPEN, "gezien op de router", at);
  }

  void confirm(Account network, long id, Opening.ToDo done, String note, Instant at) {
    actAs(network);
    openings.confirm(id, done, lines(id), note, network.getId(), at);
  }

  Set<Long> lines(long id) {
    return exemptions.openings(id).stream().map(Opening::getId).collect(Collectors.toSet());
  }

  /** What was changed in this transaction is written, as if a request had ended. */
  void flush() {
    em.flush();
  }

  /** As a page would have shown it: what was changed in this transaction has been written. */
  int version(long id) {
    em.flush();
    return em.find(nl.poort25.exemption.Exemption.class, id).getVersion();
  }

  long connection(String reference) {
    return em.createQuery(
            "select c.id from Connection c where c.reference = :reference", Long.class)
        .setParameter("reference", reference)
        .getSingleResult();
  }

  private static String domain(String email) {
    return email.substring(email.indexOf('@') + 1);
  }

  Account account(String email) {
    return accounts.byEmail(email).orElseThrow();
  }

  long ticket(long exemption) {
    return exemptions.get(exemption, Scope.ALL).getTicket().getId();
  }

  void assign(Account staff, long exemption) {
    actAs(staff);
    tickets.assign(ticket(exemption), staff.getId(), null);
  }

  void say(Account by, long exemption, String text, Instant at) {
    actAs(by);
    conversations.write(
        ticket(exemption), Scope.of(by.getPartner()), by.getId(), NewUpdate.message(text), at);
  }

  void write(
      Account staff, long exemption, UpdateKind kind, String text, Instant at, Article... cited) {
    actAs(staff);
    var update = new NewUpdate(kind, text, Set.of(cited), List.of());
    conversations.write(ticket(exemption), Scope.ALL, staff.getId(), update, at);
  }

  void actAs(Account account) {
    actor.actAs(account.getId(), account.getName(), account.getPartner() == null);
  }
}
