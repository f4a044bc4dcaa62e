package nl.poort25.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The row that registrations of overlapping names wait for (3.4): names that contain one another
 * have their last two labels in common.
 */
@Entity
@Table(name = "name_lock")
class NameLock {
  @Id private String name;

  protected NameLock() {}

  NameLock(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }
}
