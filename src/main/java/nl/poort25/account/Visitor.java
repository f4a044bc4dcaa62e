package nl.poort25.account;

import java.util.HashSet;
import java.util.Set;

/** Who is signed in, as pages and resources need it: a plain value, read anew at each request. */
public record Visitor(
    long id,
    String name,
    String email,
    Long partnerId,
    String partnerName,
    Set<Role> roles,
    String language,
    boolean secondFactor) {
  static Visitor of(Account account) {
    var partner = account.getPartner();
    return new Visitor(
        account.getId(),
        account.getName(),
        account.getEmail(),
        partner == null ? null : partner.getId(),
        partner == null ? null : partner.getName(),
        Set.copyOf(account.getRoles()),
        account.getLanguage(),
        account.hasSecondFactor());
  }

  public boolean staff() {
    return partnerId == null;
  }

  public boolean has(String role) {
    return roles.contains(Role.valueOf(role));
  }

  /** Two letters for the picture. */
  public String initials() {
    String[] words = name.strip().split("\\s+");
    String first = words[0].substring(0, words[0].offsetByCodePoints(0, 1));
    String last = words[words.length - 1];
    return words.length == 1 ? first : first + last.substring(0, last.offsetByCodePoints(0, 1));
  }

  /** What the container knows as groups. */
  Set<String> groups() {
    var groups = new HashSet<String>(Set.of("USER", staff() ? "STAFF" : "PARTNER"));
    roles.forEach(role -> groups.add(role.name()));
    return groups;
  }
}
