package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.poort25.domainname.DomainName;

/**
 * Finds other partners who held or asked for a name, a parent or a child of it: any of them may
 * have set the MX records that are seen there (3.5).
 */
@ApplicationScoped
@Transactional
public class CompetingClaims {
  /** So many of each that the page of a name shows. */
  static final int SHOWN = 25;

  /**
   * Who was refused a name so long before it was registered still counts: to withdraw a name and
   * register it anew makes nobody forgotten.
   */
  static final Duration REMEMBERED = Duration.ofDays(365);

  /** Another node's clock, and what was under way at that moment. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final String SAME_OR_ABOVE = " and x.name in :sameOrAbove";
  private static final String BELOW = " and x.reversedName >= :under and x.reversedName < :behind";

  @PersistenceContext EntityManager em;

  /**
   * Whether another partner may have set the MX records: who was refused an overlapping name since
   * this registration lost its proof, or, without one, since long before it was made; or who held
   * such a name since this registration saw the MX records otherwise. Looked up only where it
   * matters: correct MX records that do not count already, and may.
   */
  public boolean isContested(Registration registration, MxState mx) {
    var control = registration.getControl();
    if (mx != MxState.CORRECT || control.isProvenWithoutTxt() || !control.isMxToCount()) {
      return false;
    }
    var lostAt = control.getProof() == ProofKind.MX ? control.getLostAt() : null;
    var from =
        lostAt == null ? registration.getRegisteredAt().minus(REMEMBERED) : lostAt.minus(SLACK);
    return isOther(registration, "select x.id from RefusedClaim x where x.lastAt >= :from", from)
        || (control.getMxOtherwiseAt() != null
            && isOther(
                registration,
                "select x.id from Registration x"
                    + " where (x.withdrawnAt is null or x.withdrawnAt >= :from)",
                control.getMxOtherwiseAt()));
  }

  private boolean isOther(Registration registration, String what, Instant from) {
    return !overlapping(
            registration,
            what + " and x.partner.id <> :partner",
            "",
            1,
            query ->
                query
                    .setParameter("partner", registration.getPartner().getId())
                    .setParameter("from", from),
            Long.class)
        .isEmpty();
  }

  /**
   * Two queries: an index of each column is used only where no "or" joins them.
   *
   * @param most of each
   */
  private <T> List<T> overlapping(
      Registration registration,
      String select,
      String order,
      int most,
      UnaryOperator<TypedQuery<T>> complete,
      Class<T> what) {
    var name = DomainName.ofStored(registration.getName());
    var sameOrAbove =
        em.createQuery(select + SAME_OR_ABOVE + order, what)
            .setParameter("sameOrAbove", name.andAncestors().map(DomainName::toString).toList());
    var below =
        em.createQuery(select + BELOW + order, what)
            .setParameter("under", name.reversed() + ".")
            .setParameter("behind", name.reversed() + "/"); // the character after the dot
    return Stream.of(sameOrAbove, below)
        .map(complete)
        .flatMap(query -> query.setMaxResults(most).getResultList().stream())
        .toList();
  }

  /**
   * Who held the name before, one above it or one below it, and who asked for it.
   *
   * @param earlier registrations that have ended, the last ones first
   * @param refused the last ones first
   * @param most that each can have
   */
  public record Claimants(List<Registration> earlier, List<RefusedClaim> refused, int most) {
    public boolean isEmpty() {
      return earlier.isEmpty() && refused.isEmpty();
    }

    /** Whether there may be more of them. */
    public boolean isFull() {
      return earlier.size() == most || refused.size() == most;
    }
  }

  public Claimants of(Registration registration) {
    return new Claimants(earlier(registration), refused(registration), SHOWN);
  }

  /**
   * The registrations of the name, of those above and of those below that have ended, by whomever,
   * with their partners: the last ones first.
   */
  private List<Registration> earlier(Registration registration) {
    return overlapping(
            registration,
            "select x from Registration x join fetch x.partner where x.withdrawnAt is not null"
                + " and x.id <> :id",
            " order by x.withdrawnAt desc, x.id desc",
            SHOWN,
            query -> query.setParameter("id", registration.getId()),
            Registration.class)
        .stream()
        .sorted(Comparator.comparing(Registration::getWithdrawnAt).reversed())
        .limit(SHOWN)
        .toList();
  }

  /** Who was refused the name, one above it or one below it, the last ones first. */
  private List<RefusedClaim> refused(Registration registration) {
    return overlapping(
            registration,
            "select x from RefusedClaim x join fetch x.partner where x.times > 0",
            " order by x.lastAt desc, x.id desc",
            SHOWN,
            query -> query,
            RefusedClaim.class)
        .stream()
        .sorted(Comparator.comparing(RefusedClaim::getLastAt).reversed())
        .limit(SHOWN)
        .toList();
  }
}
