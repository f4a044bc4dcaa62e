package nl.poort25.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.util.Locale;

/** A partner's customer; has no login. */
@Entity
public class Customer implements Named {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  /** For lists: beside a join HQL takes the joined table's id, which no index has. */
  @SuppressWarnings("UnusedVariable")
  @Column(name = "partner_id", insertable = false, updatable = false)
  private Long partnerId;

  private String name;

  /** For order and search, which no index of H2 has by lower(…). */
  @Column(name = "lower_name")
  private String lowerName;

  protected Customer() {}

  public Customer(Partner partner, String name) {
    this.partner = partner;
    this.name = name;
  }

  @PrePersist
  @PreUpdate
  void updateLowerName() {
    lowerName = name.toLowerCase(Locale.ROOT);
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

  String getLowerName() {
    return lowerName;
  }
}
