package nl.poort25.registration;

import com.google.common.net.InternetDomainName;

/** publicsuffix.org with its private section; names are A-labels in lower case. */
final class PublicSuffixes {
  private PublicSuffixes() {}

  /** The name directly below the public suffix, or empty where nothing is below it. */
  static String registrableIn(String ascii) {
    var name = InternetDomainName.from(ascii);
    if (name.isUnderPublicSuffix()) {
      return name.topPrivateDomain().toString();
    }
    // the list's own default, rule "*": an unlisted top-level domain is a suffix
    int labels = name.parts().size();
    boolean unlisted = !name.hasPublicSuffix() && labels > 1;
    return unlisted ? String.join(".", name.parts().subList(labels - 2, labels)) : "";
  }

  static boolean isListed(String ascii) {
    return InternetDomainName.from(ascii).isPublicSuffix();
  }
}
