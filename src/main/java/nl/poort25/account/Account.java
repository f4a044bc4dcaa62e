package nl.poort25.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Somebody who signs in: of a partner with one role, or of the provider's staff with several. */
@Entity
public class Account {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  private String email;
  private String name;

  @Convert(converter = Roles.class)
  private Set<Role> roles;

  private String language;

  @Column(name = "password_hash")
  private String passwordHash;

  private int stamp;
  private boolean locked;

  @Column(name = "totp_secret")
  private String totpSecret;

  @Column(name = "totp_confirmed")
  private boolean totpConfirmed;

  @Column(name = "totp_last_step")
  private long totpLastStep;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_login_at")
  private Instant lastLoginAt;

  @Version private int version;

  protected Account() {}

  /**
   * @param partner null for staff
   */
  public Account(
      Partner partner, String email, String name, Set<Role> roles, String language, Instant now) {
    if (roles.isEmpty()
        || roles.stream().anyMatch(role -> role.isStaff() == (partner != null))
        || (partner != null && roles.size() > 1)) {
      throw new IllegalArgumentException(
          "roles " + roles + (partner == null ? "" : " at a partner"));
    }
    this.partner = partner;
    this.email = email;
    this.name = name;
    this.roles = EnumSet.copyOf(roles);
    this.language = language;
    createdAt = now;
  }

  /** Sets the first or a new password; every session of before ends. */
  public void setsPassword(String hash) {
    passwordHash = hash;
    stamp++;
  }

  void loggedIn(Instant now) {
    lastLoginAt = now;
  }

  public boolean isStaff() {
    return partner == null;
  }

  public Long getId() {
    return id;
  }

  public Partner getPartner() {
    return partner;
  }

  public String getEmail() {
    return email;
  }

  public String getName() {
    return name;
  }

  public Set<Role> getRoles() {
    return roles;
  }

  public String getLanguage() {
    return language;
  }

  String getPasswordHash() {
    return passwordHash;
  }

  int getStamp() {
    return stamp;
  }

  public boolean isLocked() {
    return locked;
  }

  String getTotpSecret() {
    return totpSecret;
  }

  public boolean isTotpConfirmed() {
    return totpConfirmed;
  }

  long getTotpLastStep() {
    return totpLastStep;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getLastLoginAt() {
    return lastLoginAt;
  }
}
