package nl.poort25.account;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks up partners by their names, in any case, for the lines of a file. */
public final class PartnerLookup {
  private final Map<String, Partner> byName;

  PartnerLookup(Collection<Partner> partners) {
    byName = partners.stream().collect(Collectors.toMap(p -> lower(p.getName()), p -> p));
  }

  /** Null where there is none. */
  public Partner find(String name) {
    return byName.get(lower(name));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
