package nl.poort25.audit;

import jakarta.enterprise.context.RequestScoped;

/** Who acts in this request. Until the login says otherwise, the portal itself. */
@RequestScoped
public class Actor {
  /** Who acts where nobody is signed in. */
  static final String PORTAL = "Poort 25";

  private Long id;
  private String name = PORTAL;
  private boolean staff = true;
  private String address;

  public void comesFrom(String address) {
    this.address = address;
  }

  public void is(long id, String name, boolean staff) {
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

  boolean staff() {
    return staff;
  }

  String address() {
    return address;
  }
}
