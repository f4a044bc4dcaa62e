package nl.poort25.network;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that is locked before prefixes or connections are changed. */
@Entity
@Table(name = "address_space")
class AddressSpaceLock {
  static final int THE_ONE = 1;

  @SuppressWarnings("UnusedVariable") // locked, never read
  @Id
  private Integer id;

  protected AddressSpaceLock() {}
}
