package nl.poort25.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A mark that something changed which the lines of a name at the relays depend on. The database
 * writes it by itself, in the transaction of the change.
 */
@Entity
@Table(name = "relay_change")
class RelayChange {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @SuppressWarnings("UnusedVariable") // queries look for it
  private String name;

  @SuppressWarnings("UnusedVariable") // likewise
  private String destination;

  @SuppressWarnings("UnusedVariable") // likewise
  @Column(name = "held_back")
  private boolean heldBack;

  protected RelayChange() {}

  /**
   * @param name whose lines are to be computed again; null for all
   */
  RelayChange(String name) {
    this.name = name;
  }
}
