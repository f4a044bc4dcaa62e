package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Scope;
import nl.poort25.audit.AuditEntry;
import nl.poort25.audit.AuditLog;
import nl.poort25.list.ListRequest;
import nl.poort25.policy.Article;
import nl.poort25.text.Text;
import nl.poort25.web.Choice;
import nl.poort25.web.Page;

/** Gathers what the pages of tickets show, and the conversation wherever it stands. */
@ApplicationScoped
public class TicketPages {
  private static final int HISTORY = 20;

  /** Chapters 1 and 5 are about the contract: nobody's request rests on them. */
  static final List<Article> CITABLE =
      Arrays.stream(Article.values()).filter(a -> a.number().charAt(0) > '1').toList();

  @Inject Tickets tickets;
  @Inject TicketList list;
  @Inject Conversations conversations;
  @Inject StandardAnswers answers;
  @Inject AttachmentLimits files;
  @Inject AuditLog log;
  @Inject CurrentUser user;
  @Inject InstantSource clock;

  /**
   * Adds what the fragments of ticket/conversation need to a page that shows a ticket.
   *
   * @param ticket with its associations, as {@link Tickets#get} has it
   */
  @Transactional
  public Page withConversation(Page page, Ticket ticket, boolean forStaff) {
    return page.with("ticket", ticket)
        .with("line", new TicketRow(ticket, clock.instant(), forStaff))
        .with("conversation", conversations.of(ticket, forStaff))
        .with("writes", !forStaff || user.visitor().acts())
        .with("files", files)
        .with("update", new UpdateForm())
        .with("answers", forStaff ? answers(ticket) : List.of())
        .with("answersAt", StaffTicketsResource.PATH + "/" + ticket.getId())
        .with("kinds", kinds(ticket))
        .with("citable", forStaff ? CITABLE : List.of());
  }

  /**
   * Begins the update on a page of staff with the standard answer that its URL names, if it does.
   *
   * @param at path of the page, where a chosen answer leads back to
   * @param back the page to go to when the update has been sent; null for the ticket's own
   */
  public Page withAnswer(Page page, Long answer, String at, String back) {
    var filedBy = ((Ticket) page.model().get("ticket")).getFiledBy();
    String language = filedBy == null ? "nl" : filedBy.getLanguage();
    return page.with("answersAt", at)
        .with("update", UpdateForm.from(answers.find(answer), language, back));
  }

  /** To ask for more is part of deciding (4.9). */
  private boolean asks(Ticket ticket) {
    return !ticket.isClosed() && user.visitor().reviews();
  }

  /** Those that this reader may send: a question only where he may ask one. */
  private List<StandardAnswer> answers(Ticket ticket) {
    return answers.all().stream().filter(a -> !a.isQuestion() || asks(ticket)).toList();
  }

  private List<Choice> kinds(Ticket ticket) {
    boolean asks = asks(ticket);
    return Arrays.stream(UpdateKind.values())
        .filter(kind -> kind != UpdateKind.QUESTION || asks)
        .map(kind -> Choice.explained(kind, "ticket.kind"))
        .toList();
  }

  @Transactional
  Page show(long id, Scope scope) {
    boolean forStaff = scope.isAll();
    var ticket = tickets.get(id, scope);
    var page = Page.of("ticket/show.html").with("history", history(id, forStaff));
    return withConversation(page, ticket, forStaff)
        .with("staff", forStaff ? tickets.staff() : List.of());
  }

  /** What is staff's own is under a subject of its own, so that no partner can ever see it. */
  private List<AuditEntry> history(long id, boolean forStaff) {
    var history = new ArrayList<>(log.history("ticket", id, HISTORY));
    if (forStaff) {
      history.addAll(log.history("ticket-internal", id, HISTORY));
      history.sort(Comparator.comparing(AuditEntry::getId).reversed());
    }
    return history;
  }

  @Transactional
  Page list(String view, ListRequest asked, Scope scope) {
    var now = clock.instant();
    return Page.of(view)
        .with(
            "list",
            list.page(asked, scope, user.visitor().id(), now)
                .map(ticket -> new TicketRow(ticket, now, scope.isAll())));
  }

  /** How much there is of what staff looks for first, by the name of the view in small letters. */
  @Transactional
  Map<String, Text> counts(long me) {
    var views = List.of(QueueView.ALL, QueueView.LATE, QueueView.WAITING, QueueView.UNANSWERED);
    var counts = new HashMap<String, Text>();
    list.count(views, me, clock.instant())
        .forEach((view, count) -> counts.put(view.word(), count.text()));
    return counts;
  }
}
