package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.poort25.domainname.DomainName;
import nl.poort25.domainname.TypoSuggestion;
import nl.poort25.web.FormErrors;

/**
 * Checks of a newly typed name before the rules: whether it is probably a typo, and whether a name
 * beyond IDNA 2008 exists in the DNS.
 */
@ApplicationScoped
class NewNameCheck {
  @Inject ReservedNames reserved;
  @Inject DnsExistence dns;

  /** Whether another name was meant, perhaps; not of one that is refused anyway. */
  Optional<TypoSuggestion> mistake(DomainName name) {
    return reserved.isAny(name) ? Optional.empty() : TypoSuggestion.in(name, reserved::isKnownTop);
  }

  /**
   * Adds what keeps the name from being registered. A name beyond IDNA 2008 must be in the DNS, so
   * that it was sold and not mistyped.
   *
   * @param asker whose account waits for it
   */
  void ask(NewDomainForm form, DomainName name, long asker, FormErrors errors) {
    if (!name.toString().equals(form.sure)) {
      askWhetherItIsMeant(form, name, errors);
    }
    if (errors.of("name") == null && name.isBeyondIdna()) {
      var there = dns.lookUp(name, asker);
      if (there.isEmpty()) {
        errors.add("name", "registration.beyond.unknown", name);
      } else if (!there.get()) {
        errors.add("name", "registration.beyond.nowhere", name);
      }
    }
  }

  /** What is said once it is registered. */
  static String done(DomainName name) {
    return name.isBeyondIdna() ? "registration.beyond.done" : "registration.new.done";
  }

  // an error, unless it was answered for that very name
  private void askWhetherItIsMeant(NewDomainForm form, DomainName name, FormErrors errors) {
    mistake(name)
        .ifPresent(
            mistake -> {
              errors.add("name", mistake.question());
              form.doubted = name;
              form.suggest(mistake.meant());
            });
  }
}
