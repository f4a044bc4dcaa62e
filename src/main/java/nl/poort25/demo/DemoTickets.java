package nl.poort25.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.audit.Actor;
import nl.poort25.policy.Article;
import nl.poort25.ticket.Conversations;
import nl.poort25.ticket.NewUpdate;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.Tickets;
import nl.poort25.ticket.UpdateKind;

/** The tickets of the demo world: late, running, waiting for the partner, closed. */
@ApplicationScoped
class DemoTickets {
  private static final Duration A_DAY = Duration.ofDays(1);

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

    var late = file(noor, "203.0.113.0/28 → ZAK-0904", 0, now.minus(A_DAY.multipliedBy(8)));
    say(noor, late, "Onze spamfilterdienst levert vanaf deze reeks af.", ago(now, 8));

    var running = file(sanne, "192.0.2.46", 0, now.minus(A_DAY));
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

    var waiting = file(noor, "2001:db8:1:9::25", 0, now.minus(A_DAY.multipliedBy(5)));
    take(lieke, waiting);
    write(
        karim,
        waiting,
        UpdateKind.QUESTION,
        "Wie mag er via deze server verzenden, en hoe meldt die zich aan?",
        ago(now, 4),
        Article.A4_12);

    file(daan, "192.0.2.61, 192.0.2.62", 1, now);

    var closed = file(sanne, "192.0.2.25", 0, now.minus(A_DAY.multipliedBy(30)));
    take(karim, closed);
    write(karim, closed, UpdateKind.MESSAGE, "Poort 25 is open naar dit adres.", ago(now, 29));
    closed.close(ago(now, 29));
  }

  private static Instant ago(Instant now, int days) {
    return now.minus(A_DAY.multipliedBy(days)).plus(Duration.ofHours(1));
  }

  private Account account(String email) {
    return accounts.byEmail(email).orElseThrow();
  }

  private Ticket file(Account by, String about, int violations, Instant at) {
    actsNow(by);
    return tickets.file(Ticket.Matter.EXEMPTION, by.getPartner(), null, by, about, violations, at);
  }

  private void take(Account staff, Ticket ticket) {
    actsNow(staff);
    tickets.assign(ticket.getId(), staff.getId(), null);
  }

  private void say(Account by, Ticket ticket, String text, Instant at) {
    actsNow(by);
    conversations.write(
        ticket.getId(), by.getPartner().getId(), by.getId(), NewUpdate.message(text), at);
  }

  private void write(
      Account staff, Ticket ticket, UpdateKind kind, String text, Instant at, Article... cited) {
    actsNow(staff);
    var update = new NewUpdate(kind, text, Set.of(cited), List.of());
    conversations.write(ticket.getId(), null, staff.getId(), update, at);
  }

  private void actsNow(Account account) {
    actor.is(account.getId(), account.getName(), account.getPartner() == null);
  }
}
