package nl.poort25.registration;

import com.google.common.net.InternetDomainName;

/** publicsuffix.org with its private section; names are A-labels in lower case. */
final class PublicSuffixes {
  private PublicSuffixes() {}

  static boolean isListed(String ascii) {
    return InternetDomainName.from(ascii).isPublicSuffix();
  }
}
