package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.policy.Verdict;

/** The abuse cases, each look-up within a scope, and what is done in them. */
@ApplicationScoped
@Transactional
public class AbuseCases {
  @PersistenceContext EntityManager em;
  @Inject Event<Act> acts;
  @Inject Event<AnswersSent> sent;

  /** With all that its page shows. */
  public AbuseCase get(long id, Scope scope) {
    var found = find(id, scope);
    // two lists, two queries: together each row of one would come with each of the other
    return em.createQuery(
            "select distinct c from AbuseCase c left join fetch c.items i"
                + " left join fetch i.answeredBy left join fetch i.judgedBy where c = :case",
            AbuseCase.class)
        .setParameter("case", found)
        .getResultList()
        .get(0);
  }

  /** The id of the case of exactly that number, if it is in scope. */
  public Optional<Long> findIdByNumber(String number, Scope scope) {
    return em
        .createQuery("select c from AbuseCase c where c.number = :number", AbuseCase.class)
        .setParameter("number", number)
        .getResultList()
        .stream()
        .filter(c -> scope.includes(c.getPartner()))
        .map(AbuseCase::getId)
        .findFirst();
  }

  private AbuseCase find(long id, Scope scope) {
    return em
        .createQuery(
            "select distinct c from AbuseCase c join fetch c.partner join fetch c.connection n"
                + " left join fetch n.customer join fetch c.ticket join fetch c.addresses"
                + " join fetch c.openedBy left join fetch c.confirmation.by left join fetch c.closure.by"
                + " where c.id = :id",
            AbuseCase.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .filter(c -> scope.includes(c.getPartner()))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** The same, and nobody else acts in it until the transaction ends. */
  AbuseCase lock(long id, Scope scope) {
    var found = find(id, scope);
    em.refresh(found, LockModeType.PESSIMISTIC_WRITE);
    return found;
  }

  /** Whether an earlier case on one of its addresses was opened less than a year before. */
  public boolean isRepeated(AbuseCase seen) {
    return RepeatedAbuse.isRepeated(em, seen);
  }

  public void confirmEnforced(long id, int version, String how, long by, Instant now) {
    var found = lock(id, Scope.ALL);
    found.mustStillBe(version);
    acts.fire(found.confirmEnforced(how, account(by), now));
  }

  /**
   * It was read back from every firewall and relay that nothing gets through any more (4.13).
   *
   * @param how which of them, and which state
   */
  public void confirmReadBack(long id, String how, Instant now) {
    var found = lock(id, Scope.ALL);
    // another report, or a person, may have been faster
    if (found.isOpen() && found.getConfirmation() == null) {
      acts.fire(found.confirmEnforced(how, null, now));
    }
  }

  /**
   * Sends answers.
   *
   * @param answers by item, each with the version of the item that the partner saw
   */
  public void answer(long id, Scope scope, Map<ItemKind, Answer> answers, long by, Instant now) {
    var found = lock(id, scope);
    answers.forEach(
        (kind, answer) -> {
          var item = found.item(kind);
          item.mustStillBe(answer.version());
          acts.fire(item.answer(answer.text(), account(by), now));
        });
    sent.fire(new AnswersSent(found, answers.size()));
  }

  /** Keeps answers that are not sent yet. */
  public void saveDrafts(long id, Scope scope, Map<ItemKind, String> drafts) {
    var found = lock(id, scope);
    found.mustBeOpen();
    drafts.forEach((kind, text) -> found.item(kind).saveDraft(text));
  }

  /** What a partner answers, to the item as he saw it. */
  public record Answer(int version, String text) {}

  /**
   * What staff says of an answer, as it was seen.
   *
   * @param why null where it is accepted without more
   */
  public record Judged(int version, AnswerReview judgement, String why) {}

  public void judge(long id, Map<ItemKind, Judged> judgements, long by, Instant now) {
    var found = lock(id, Scope.ALL);
    judgements.forEach(
        (kind, judged) -> {
          var item = found.item(kind);
          item.mustStillBe(judged.version());
          acts.fire(item.judge(judged.judgement(), judged.why(), account(by), now));
        });
  }

  /** Judges and, if every rule holds, ends the case. */
  public Verdict close(long id, int version, String conclusion, long by, Instant now) {
    var found = lock(id, Scope.ALL);
    found.mustStillBe(version);
    var verdict = judgeClosure(found, account(by));
    if (verdict.holds()) {
      acts.fire(found.close(conclusion, account(by), now));
    }
    return verdict;
  }

  /** What would be said if that person ended the case now. */
  Verdict previewClosure(long id, long by) {
    return judgeClosure(find(id, Scope.ALL), account(by));
  }

  private Verdict judgeClosure(AbuseCase found, Account by) {
    return Verdict.of(
        AbuseCaseRule.values(),
        CaseClosureFactsBuilder.facts(found, RepeatedAbuse.isRepeated(em, found), by));
  }

  private Account account(long id) {
    return Optional.ofNullable(em.find(Account.class, id)).orElseThrow(NotFoundException::new);
  }
}
