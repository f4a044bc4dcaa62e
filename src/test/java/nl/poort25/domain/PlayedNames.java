package nl.poort25.domain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.poort25.account.Partner;
import nl.poort25.database.Wired;
import nl.poort25.domainname.DomainName;
import nl.poort25.mx.Unheard;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * A name, one above it and one below it, that two partners do things with, through the classes that
 * the portal uses and their queries.
 *
 * <pre>
 * A+   A registers the name      wrong, right  its MX were looked at, and no TXT record was there
 * A+^  the one above             txt, both     the TXT record of its holder, with wrong, right MX
 * A+_  the one below             unknown       the DNS did not answer
 * A-   A withdraws it            staff         staff records a proof for its holder
 * >A   staff transfers it to A   later         the term of a lost proof passes
 * </pre>
 */
final class PlayedNames {
  static final Duration TERM = Duration.ofDays(14);

  private final EntityManager em;
  private final Map<String, Long> partners;
  private final boolean byProvider;
  private final NewRegistrations registrations;
  private final CompetingClaims claimants;
  private final RegistrationTransfers transfers;
  private final String top;
  private final Duration step;
  private Instant now;

  PlayedNames(
      EntityManager em,
      Map<String, Long> partners,
      String top,
      boolean byProvider,
      Instant begin,
      Duration step) {
    this.em = em;
    this.partners = partners;
    this.byProvider = byProvider;
    this.top = top;
    this.step = step;
    now = begin;
    var settings =
        new Settings(
            key ->
                key.equals(Setting.REFUSED_NAMES_DAY.key())
                    ? Optional.of("1000")
                    : Optional.empty());
    var beans = new Wired(em).with(Settings.class, settings).with(Event.class, new Unheard<>());
    claimants = beans.get(CompetingClaims.class);
    registrations = beans.get(NewRegistrations.class);
    transfers = beans.get(RegistrationTransfers.class);
  }

  void play(String event) {
    now = now.plus(event.equals("later") ? TERM.plusDays(1) : step);
    switch (event) {
      case "later" -> {}
      case "wrong" -> look(MxState.WRONG, false);
      case "right" -> look(MxState.CORRECT, false);
      case "txt" -> look(MxState.WRONG, true);
      case "both" -> look(MxState.CORRECT, true);
      case "unknown" -> look(MxState.UNKNOWN, null);
      case "staff" -> held("").ifPresent(r -> r.recordStaffProof("gezien", now));
      default -> {
        if (event.charAt(0) == '>') {
          transfer(event.substring(1));
        } else if (event.charAt(1) == '+') {
          register(event.substring(0, 1), event.substring(2));
        } else {
          withdraw(event.substring(0, 1), event.substring(2));
        }
      }
    }
    em.flush();
  }

  /** Whoever gets the mail of the name if a mail service of it is active: A, B, or - for nobody. */
  String mail() {
    return held("").filter(r -> r.getControl().isProven()).map(this::partner).orElse("-");
  }

  private void look(MxState mx, Boolean txt) {
    held("").ifPresent(r -> r.recordObservation(mx, txt, claimants.isContested(r, mx), TERM, now));
  }

  private void register(String partner, String where) {
    var asked =
        new RegistrationRequest(
            DomainName.parse(name(where)), RegistrationAction.DO_NOT_MOVE, byProvider, null);
    registrations.register(partners.get(partner), asked, Origin.ADMINISTRATIVE, now);
  }

  private void withdraw(String partner, String where) {
    held(where).filter(r -> partner(r).equals(partner)).ifPresent(r -> r.withdraw(now));
  }

  private void transfer(String partner) {
    var to = em.getReference(Partner.class, partners.get(partner));
    var before = held("").orElseThrow();
    boolean had = before.getControl().isProven();
    transfers
        .together(before, 10)
        .forEach(one -> transfers.transfer(one, to, null, "verklaring 7", now));
    assertTrue(!had || mail().equals(partner), "mail was lost");
  }

  private Optional<Registration> held(String where) {
    return em
        .createQuery("select r from Registration r where r.heldName = :name", Registration.class)
        .setParameter("name", name(where))
        .getResultList()
        .stream()
        .findFirst();
  }

  private String name(String where) {
    return switch (where) {
      case "^" -> top;
      case "_" -> "a.mail." + top;
      default -> "mail." + top;
    };
  }

  private String partner(Registration registration) {
    return partners.entrySet().stream()
        .filter(p -> p.getValue().equals(registration.getPartner().getId()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  static List<String> events(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
