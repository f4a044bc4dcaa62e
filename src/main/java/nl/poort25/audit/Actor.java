package nl.poort25.audit;

import jakarta.enterprise.context.RequestScoped;

/** Who acts in this request; the portal itself until somebody is signed in. */
@RequestScoped
public class Actor {
  /** Who acts where nobody is signed in. */
  static final String PORTAL = "Poort 25";

  private Long id;
  private String name = PORTAL;
  private boolean staff = true;
  private String address;

  /** Somebody who acts, for what goes on after the request. */
  public record Person(Long id, String name, boolean staff, String address) {}

  public Person person() {
    return new Person(id, name, staff, address);
  }

  /** For work in the background: it is done in the name of whoever asked for it. */
  public void actAs(Person person) {
    id = person.id;
    name = person.name;
    staff = person.staff;
    address = person.address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public void actAs(long id, String name, boolean staff) {
    this.id = id;
    this.name = name;
    this.staff = staff;
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }

  boolean isStaff() {
    return staff;
  }

  String address() {
    return address;
  }
}
