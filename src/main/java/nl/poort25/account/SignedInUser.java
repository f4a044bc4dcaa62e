package nl.poort25.account;

import java.util.HashSet;
import java.util.Set;

/** The signed-in user as an immutable value, read from the database at each request. */
public record SignedInUser(
    long id,
    String name,
    String email,
    Long partnerId,
    String partnerName,
    Set<Role> roles,
    String language,
    boolean secondFactor) {
  public boolean staff() {
    return partnerId == null;
  }

  /** Looks after the accounts of his partner. */
  public boolean partnerAdmin() {
    return roles.contains(Role.PARTNER_ADMIN);
  }

  /** Looks after partners, accounts and what could not be sent. */
  public boolean administers() {
    return roles.contains(Role.ADMINISTRATOR);
  }

  /** Looks after the accounts of his own side: of his partner, or of all for an administrator. */
  boolean keepsAccounts() {
    return roles.contains(Role.administratorRole(staff()));
  }

  /** Enters, decides and records for partners. */
  public boolean reviews() {
    return administers() || roles.contains(Role.REVIEWER);
  }

  /** Confirms what the network does. */
  public boolean network() {
    return roles.contains(Role.NETWORK);
  }

  /** Looks after prefixes and connections. */
  public boolean keepsNetwork() {
    return administers() || roles.contains(Role.NETWORK);
  }

  /** Does more than read. */
  public boolean acts() {
    return reviews() || network();
  }

  public boolean seesMail() {
    return administers() || roles.contains(Role.AUDITOR);
  }

  /** Two letters for the picture. */
  public String initials() {
    String[] words = name.strip().split("\\s+");
    String first = words[0].substring(0, words[0].offsetByCodePoints(0, 1));
    String last = words[words.length - 1];
    return words.length == 1 ? first : first + last.substring(0, last.offsetByCodePoints(0, 1));
  }

  /** What the container knows as groups. */
  public Set<String> groups() {
    var groups = new HashSet<String>(Set.of("USER", staff() ? "STAFF" : "PARTNER"));
    roles.forEach(role -> groups.add(role.name()));
    return groups;
  }
}
