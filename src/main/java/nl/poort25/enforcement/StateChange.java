package nl.poort25.enforcement;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Something was decided that a state may depend on, and no generation was made of it yet: written
 * with the decision, so that no crash loses it.
 */
@Entity
@Table(name = "state_change")
class StateChange {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  Long getId() {
    return id;
  }
}
