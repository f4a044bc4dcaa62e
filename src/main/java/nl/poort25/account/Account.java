package nl.poort25.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
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
import nl.poort25.web.Conflict;

/** Somebody who signs in: of a partner with one role, or of the provider's staff with several. */
@Entity
public class Account implements Named {
  /** In the e-mail address of {@link #standIn}: no domain has one. */
  static final String STAND_IN = "#";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  private String email;
  private String name;

  @Convert(converter = RolesConverter.class)
  private Set<Role> roles;

  /** For queries: JPQL does not look into what a converter made. */
  @Column(name = "roles", insertable = false, updatable = false)
  private String roleNames;

  private String language;

  @Column(name = "password_hash")
  private String passwordHash;

  private int stamp;
  private boolean locked;

  @Embedded private SecondFactor secondFactor = SecondFactor.none();

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_login_at")
  private Instant lastLoginAt;

  @Version private int version;

  protected Account() {}

  /**
   * @param partner null for staff
   * @param email as {@link EmailAddress#key} makes it
   */
  public Account(
      Partner partner, String email, String name, Set<Role> roles, String language, Instant now) {
    this.partner = partner;
    this.email = email;
    this.name = name;
    this.roles = fitting(roles);
    this.language = language;
    createdAt = now;
  }

  /**
   * An invitation of an address that has an account elsewhere: whoever invited sees it as any other
   * that was not taken up, and is not told more. Nobody ever signs in with it.
   */
  static Account standIn(
      Partner partner, String email, String name, Set<Role> roles, String language, Instant now) {
    return new Account(partner, email + STAND_IN + partner.getId(), name, roles, language, now);
  }

  private Set<Role> fitting(Set<Role> wanted) {
    if (!Role.areValid(wanted, partner == null)) {
      throw new IllegalArgumentException(
          "roles " + wanted + (partner == null ? "" : " at a partner"));
    }
    return EnumSet.copyOf(wanted);
  }

  /** Sets the first or a new password; every session of before ends. */
  public void setPassword(String hash) {
    passwordHash = hash;
    stamp++;
  }

  /** The same password under today's number of rounds: nothing that anybody notices. */
  public void replacePasswordHash(String hash) {
    passwordHash = hash;
  }

  public AccountAct changeProfile(String newName, String newLanguage) {
    var act = new AccountAct.ProfileChanged(this, name, language, newName, newLanguage);
    name = newName;
    language = newLanguage;
    return act;
  }

  AccountAct changeRoles(Set<Role> wanted) {
    var act = new AccountAct.RolesChanged(this, roles, fitting(wanted));
    roles = act.wanted();
    stamp++;
    return act;
  }

  AccountAct lock() {
    if (locked) {
      throw new Conflict("account " + id + " is locked already");
    }
    locked = true;
    stamp++;
    return new AccountAct.AccountLocked(this);
  }

  AccountAct unlock() {
    if (!locked) {
      throw new Conflict("account " + id + " is not locked");
    }
    locked = false;
    return new AccountAct.AccountUnlocked(this);
  }

  /** Turns the second factor on, or moves it to another device. */
  AccountAct useSecondFactor(Totp totp, long step, RecoveryCodes codes) {
    secondFactor.turnOn(id, totp, step, codes);
    stamp++;
    return new AccountAct.SecondFactorTurnedOn(this);
  }

  /**
   * @param note why, where somebody else does it; null by the owner
   */
  AccountAct dropSecondFactor(String note) {
    if (!hasSecondFactor()) {
      throw new Conflict("account " + id + " has no second factor");
    }
    secondFactor.turnOff();
    stamp++;
    return note == null
        ? new AccountAct.SecondFactorTurnedOff(this)
        : new AccountAct.SecondFactorReset(this, note);
  }

  /** Whether it has a second factor and the code is right; it is used up then. */
  boolean useCode(String code, Instant now) {
    return hasSecondFactor() && secondFactor.useCode(id, code, now);
  }

  /** Whether this account can act in that role today. */
  boolean canActAs(Role role) {
    return !locked && passwordHash != null && roles.contains(role);
  }

  public boolean isStaff() {
    return partner == null;
  }

  @Override
  public Long getId() {
    return id;
  }

  public Partner getPartner() {
    return partner;
  }

  public String getEmail() {
    return isStandIn() ? email.substring(0, email.lastIndexOf(STAND_IN)) : email;
  }

  /** Whether the address belongs to an account elsewhere, and this one leads nowhere. */
  public boolean isStandIn() {
    return email.lastIndexOf(STAND_IN) > email.lastIndexOf('@');
  }

  @Override
  public String getName() {
    return name;
  }

  public Set<Role> getRoles() {
    return roles;
  }

  public String getLanguage() {
    return language;
  }

  public String getPasswordHash() {
    return passwordHash;
  }

  public int getStamp() {
    return stamp;
  }

  public boolean isLocked() {
    return locked;
  }

  /** Invited, and nobody has used the invitation yet. */
  public boolean isInvited() {
    return passwordHash == null;
  }

  public AccountStatus getStatus() {
    return AccountStatus.of(this);
  }

  public boolean hasSecondFactor() {
    return secondFactor.isOn();
  }

  public SecondFactor getSecondFactor() {
    return secondFactor;
  }

  public Instant getLastLoginAt() {
    return lastLoginAt;
  }
}
