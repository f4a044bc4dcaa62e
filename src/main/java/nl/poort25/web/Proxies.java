package nl.poort25.web;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.setting.StrictAddress;

/** The proxies whose word counts, as the settings name them: addresses and prefixes. */
final class Proxies {
  /** An address that a proxy wrote down, with or without a port: 192.0.2.1:25, [2001:db8::1]:25. */
  private static final Pattern HOP =
      Pattern.compile(
          "\\[([0-9a-fA-F:.]+)](?::\\d{1,5})?|([0-9.]+)(?::\\d{1,5})?|([0-9a-fA-F:.]+)");

  private final List<IPAddress> trusted;

  private Proxies(List<IPAddress> trusted) {
    this.trusted = trusted;
  }

  static Proxies of(Settings settings) {
    return new Proxies(
        settings.list(Setting.TRUSTED_PROXIES).stream()
            .flatMap(text -> StrictAddress.parsePrefix(text).stream())
            // a prefix stays as it is: ::ffff:0:0/96 would come to be everybody
            .map(one -> one.isPrefixed() ? one : plain(one))
            .toList());
  }

  boolean isEmpty() {
    return trusted.isEmpty();
  }

  boolean contains(IPAddress address) {
    return trusted.stream().anyMatch(proxy -> proxy.contains(address));
  }

  /** The address in an entry of X-Forwarded-For; empty for {@code unknown} and for all else. */
  static Optional<IPAddress> hop(String entry) {
    Matcher hop = HOP.matcher(entry);
    if (!hop.matches()) {
      return Optional.empty();
    }
    String bracketed = hop.group(1);
    String literal = bracketed != null ? bracketed : hop.group(2) != null ? hop.group(2) : entry;
    return StrictAddress.parse(literal).map(Proxies::plain);
  }

  /** The address of a connection's other end; an interface that the container adds is left out. */
  static Optional<IPAddress> peer(String text) {
    return text == null
        ? Optional.empty()
        : StrictAddress.parse(text.replaceFirst("%.*", "")).map(Proxies::plain);
  }

  /** IPv4 as itself, also where it is written within IPv6 (RFC 4291 2.5.5.2). */
  private static IPAddress plain(IPAddress address) {
    return address.isIPv6() && address.toIPv6().isIPv4Mapped()
        ? address.toIPv6().getEmbeddedIPv4Address()
        : address;
  }
}
