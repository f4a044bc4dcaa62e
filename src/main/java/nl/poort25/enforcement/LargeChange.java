package nl.poort25.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.poort25.account.Account;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.web.Conflict;

/**
 * A change of a state that was held back for its size, with its confirmation by the network role.
 */
@Entity
@Table(name = "guarded_change")
public class LargeChange {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private EnforcementTarget target;

  @Column(name = "noticed_at")
  private Instant noticedAt;

  private String digest;
  private int added;
  private int removed;

  @Column(name = "line_count")
  private int lineCount;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "confirmed_by")
  private Account confirmedBy;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  private String note;

  @SuppressWarnings("UnusedVariable") // queries look for it, and the index keeps it single
  @Enumerated(EnumType.STRING)
  @Column(name = "open_for")
  private EnforcementTarget openFor;

  protected LargeChange() {}

  LargeChange(EnforcementTarget target, ProposedChange change, Instant now) {
    this.target = target;
    openFor = target;
    digest = change.digest();
    added = change.added();
    removed = change.removed();
    lineCount = change.after();
    noticedAt = now;
  }

  boolean isThat(String proposed) {
    return digest.equals(proposed);
  }

  boolean isConfirmedFor(String proposed) {
    return confirmedAt != null && isThat(proposed);
  }

  void confirm(Account by, String remark, Instant now) {
    if (confirmedAt != null) {
      throw new Conflict("change " + id + " is confirmed already");
    }
    confirmedBy = by;
    confirmedAt = now;
    note = remark;
  }

  /** Carried out, or overtaken by other decisions. */
  void end() {
    openFor = null;
  }

  public Long getId() {
    return id;
  }

  public EnforcementTarget getTarget() {
    return target;
  }

  public int getAdded() {
    return added;
  }

  public int getRemoved() {
    return removed;
  }

  /** How many lines there would be then. */
  public int getLineCount() {
    return lineCount;
  }

  public Account getConfirmedBy() {
    return confirmedBy;
  }

  public String getNote() {
    return note;
  }
}
