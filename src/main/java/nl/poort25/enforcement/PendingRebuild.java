package nl.poort25.enforcement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import nl.poort25.state.EnforcementTarget;

/**
 * A mark that something was decided from which no generation of a target has been made yet; written
 * in the decision's transaction, so that a crash loses nothing.
 */
@Entity
@Table(name = "state_change")
class PendingRebuild {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  /** Null where a portal of the release before has written it: for every target. */
  @SuppressWarnings("UnusedVariable") // queries look for it
  @Enumerated(EnumType.STRING)
  private EnforcementTarget target;

  protected PendingRebuild() {}

  PendingRebuild(EnforcementTarget target) {
    this.target = target;
  }
}
