package nl.poort25.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A partner's customer; has no login. */
@Entity
public class Customer implements Named {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  private String name;

  protected Customer() {}

  public Customer(Partner partner, String name) {
    this.partner = partner;
    this.name = name;
  }

  CustomerAct rename(String wanted) {
    var act = new CustomerAct.CustomerRenamed(this, name, wanted);
    name = wanted;
    return act;
  }

  @Override
  public Long getId() {
    return id;
  }

  public Partner getPartner() {
    return partner;
  }

  @Override
  public String getName() {
    return name;
  }
}
