package nl.poort25.domainname;

import com.google.common.net.InternetDomainName;
import java.util.Optional;

/**
 * publicsuffix.org; names are A-labels in lower case. Under a top-level domain that the list does
 * not know its default rule holds: the last label is a suffix.
 */
public final class PublicSuffixes {
  private PublicSuffixes() {}

  /** With its private section: demon.nl is one. */
  static boolean isListed(String ascii) {
    return InternetDomainName.from(ascii).isPublicSuffix();
  }

  /** Whether the list has a suffix that ends in that last label: it is delegated, then. */
  public static boolean isKnownTop(String label) {
    // some have suffixes under them alone: *.ck
    return isListed(label) || isListed("x." + label);
  }

  /** What can be registered of it with its private section; empty for a suffix. */
  public static Optional<String> registrable(String ascii) {
    var name = InternetDomainName.from(ascii);
    if (name.isPublicSuffix()) {
      return Optional.empty();
    }
    return name.isUnderPublicSuffix()
        ? Optional.of(name.topPrivateDomain().toString())
        : byDefault(ascii);
  }

  /** What is registered of it at a registry, above any private suffix; empty for a suffix there. */
  public static Optional<String> delegated(String ascii) {
    var name = InternetDomainName.from(ascii);
    if (name.isRegistrySuffix()) {
      return Optional.empty();
    }
    return name.isUnderRegistrySuffix()
        ? Optional.of(name.topDomainUnderRegistrySuffix().toString())
        : byDefault(ascii);
  }

  private static Optional<String> byDefault(String ascii) {
    int dot = ascii.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.of(ascii.substring(ascii.lastIndexOf('.', dot - 1) + 1));
  }
}
