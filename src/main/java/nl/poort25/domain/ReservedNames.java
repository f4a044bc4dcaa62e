package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.poort25.domainname.DomainName;
import nl.poort25.domainname.PublicSuffixes;
import nl.poort25.domainname.SpecialUseNames;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.MalformedInput;

/**
 * Names that nobody gets registered, held or not (3.4): the provider's own, and those of special
 * use. What is held already stays so.
 */
@ApplicationScoped
class ReservedNames {
  /** What the world of the demo is made of (RFC 6761). */
  private static final Set<String> OF_THE_DEMO = Set.of("example", "test");

  private List<DomainName> providers;
  private boolean demo;

  protected ReservedNames() {}

  @Inject
  ReservedNames(Settings settings) {
    demo = settings.flag(Setting.DEMO);
    providers =
        Stream.concat(
                settings.list(Setting.RELAYS).stream().map(ReservedNames::ofRelay),
                settings.list(Setting.RESERVED_NAMES).stream().map(ReservedNames::named))
            .distinct()
            .toList();
  }

  /** Makes it now, so that a setting that cannot be used stops the start. */
  void start(@Observes Startup event) {}

  // "10 smtp.example.net"; whether it is an MX record is for who judges MX records to say
  private static DomainName ofRelay(String record) {
    String host = record.substring(record.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return DomainName.ofStored(PublicSuffixes.registrable(name).orElse(name));
  }

  private static DomainName named(String name) {
    try {
      return DomainName.parse(name);
    } catch (MalformedInput e) {
      throw new IllegalStateException(
          "%s must be domain names, separated by commas; this is none: %s"
              .formatted(Setting.RESERVED_NAMES.key(), name),
          e);
    }
  }

  /** Which of the provider's own it equals, contains or lies under. */
  List<String> ofProvider(DomainName name) {
    return providers.stream()
        .filter(own -> name.equals(own) || name.isUnder(own) || own.isUnder(name))
        .map(DomainName::unicode)
        .toList();
  }

  /** Which one of special use it is or lies under, with where that is reserved. */
  List<String> ofSpecialUse(DomainName name) {
    return SpecialUseNames.over(name)
        .filter(special -> !demo || !OF_THE_DEMO.contains(special))
        .map(special -> special + " (" + SpecialUseNames.ALL.get(special) + ")")
        .stream()
        .toList();
  }

  boolean isAny(DomainName name) {
    return !ofProvider(name).isEmpty() || !ofSpecialUse(name).isEmpty();
  }

  /** Whether a last label that no list knows is a mistake, perhaps. */
  boolean isKnownTop(String label) {
    return PublicSuffixes.isKnownTop(label) || (demo && OF_THE_DEMO.contains(label));
  }
}
