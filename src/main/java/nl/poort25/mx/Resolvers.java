package nl.poort25.mx;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.ResolverConfig;

/** Reads the setting that names the resolvers. */
final class Resolvers {
  private static final int DNS_PORT = 53;
  private static final Pattern ONE =
      Pattern.compile("(?:\\[(?<six>[^\\]]+)\\]|(?<host>[^:\\s]+))(?::(?<port>\\d{1,5}))?");

  private Resolvers() {}

  /**
   * @throws IllegalArgumentException if one cannot be read or found
   */
  static List<InetSocketAddress> parse(String setting) {
    return setting.isBlank()
        ? ResolverConfig.getCurrentConfig().servers()
        : Arrays.stream(setting.split(",", -1)).map(String::strip).map(Resolvers::one).toList();
  }

  private static InetSocketAddress one(String text) {
    Matcher matcher = ONE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no resolver (host:port): " + text);
    }
    String host = matcher.group("six") != null ? matcher.group("six") : matcher.group("host");
    String port = matcher.group("port");
    var address = new InetSocketAddress(host, port == null ? DNS_PORT : Integer.parseInt(port));
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("no such resolver: " + text);
    }
    return address;
  }
}
