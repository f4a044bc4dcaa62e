package nl.poort25.enforcement;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A mark that something was decided from which no generation has been made yet; written in the
 * decision's transaction, so that a crash loses nothing.
 */
@Entity
@Table(name = "state_change")
class PendingRebuild {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
}
