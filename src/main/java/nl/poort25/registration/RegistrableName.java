package nl.poort25.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The row that registrations of overlapping names wait for: two names can only contain one another
 * below the same registrable name (3.4).
 */
@Entity
@Table(name = "registrable_name")
class RegistrableName {
  @Id private String name;

  protected RegistrableName() {}

  RegistrableName(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }
}
