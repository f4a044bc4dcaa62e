package nl.poort25.state;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;
import nl.poort25.state.RelayLine.Kind;

/**
 * Writes a state for Exim 4, as files of the folder port25 beside its configuration: tables for
 * lookups of type lsearch and iplsearch, and the parts of a configuration that use them. They are
 * not those of Postfix: a key ends at a colon there, so that an address of IPv6 stands in quotes,
 * and one that does not would match nothing, and say nothing.
 *
 * <p>Exim looks names up as the client said them, so that a table has the U-labels of a name too.
 */
final class Exim implements StateWriter {
  static final String CONFIGURATION = "conf";
  static final String DENIED = "denied";
  static final String DOMAINS = "domains";
  static final String WAITING = "waiting";
  static final String KNOWN = "known";
  static final String RECIPIENTS = "recipients";
  static final String ALIASES = "aliases";

  @Override
  public List<String> files() {
    return List.of(CONFIGURATION, DENIED, DOMAINS, WAITING, KNOWN, RECIPIENTS, ALIASES);
  }

  @Override
  public String write(
      String file,
      EnforcementTarget target,
      long generation,
      Collection<? extends DesiredLine> lines) {
    return file.equals(CONFIGURATION)
        ? configuration(generation)
        : table(generation, rows(file, StateWriter.of(RelayLine.class, lines)));
  }

  private static Stream<String> rows(String file, Collection<RelayLine> lines) {
    var store = RelayLine.store(lines);
    var known = RelayLine.knownNames(lines);
    return switch (file) {
      case DENIED ->
          lines.stream()
              .filter(line -> line.kind() == Kind.DENY)
              .map(line -> key(line.client()) + ": " + line.caseNumber());
      case DOMAINS ->
          names(lines)
              .filter(line -> !hosts(line, store).isEmpty())
              .flatMap(line -> rows(line, "", route(hosts(line, store))));
      case WAITING ->
          names(lines)
              .filter(line -> hosts(line, store).isEmpty())
              .flatMap(line -> rows(line, "", "no mail store is named"));
      case KNOWN ->
          names(lines)
              .filter(line -> known.contains(line.name()))
              .flatMap(line -> rows(line, "", "1"));
      case RECIPIENTS ->
          Stream.concat(
              lines.stream()
                  .filter(line -> line.kind() == Kind.RECIPIENT)
                  .flatMap(line -> rows(line, line.local() + "@", "1")),
              RoleAlias.all(lines).flatMap(alias -> rows(alias.line(), alias.role() + "@", "1")));
      case ALIASES ->
          RoleAlias.all(lines)
              .flatMap(alias -> rows(alias.line(), alias.role() + "@", alias.postmaster()));
      default -> throw new IllegalArgumentException(file);
    };
  }

  private static Stream<RelayLine> names(Collection<RelayLine> lines) {
    return lines.stream().filter(RelayLine::admits);
  }

  private static List<Cidr> hosts(RelayLine line, List<Cidr> store) {
    return line.kind() == Kind.DOMAIN ? line.hosts() : store;
  }

  /** A list with a separator that no address has; one word, since options would follow a space. */
  private static String route(List<Cidr> hosts) {
    return hosts.stream().map(Cidr::toString).collect(Collectors.joining(";", "<;", ""));
  }

  private static String key(Cidr client) {
    return client.toString().contains(":") ? "\"" + client + "\"" : client.toString();
  }

  /** For the name of a line, one for each way to write it. */
  private static Stream<String> rows(RelayLine line, String local, String value) {
    return UnicodeName.all(line.name()).map(name -> local + name + ": " + value);
  }

  private static String table(long generation, Stream<String> rows) {
    return Stream.concat(Stream.of("# Poort 25, generation " + generation), rows)
        .map(row -> row + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Where no recipients are known the server is asked for each before the mail is taken, as with
   * Postfix: what is taken and then refused would bounce to whoever was named as the sender.
   */
  private static String configuration(long generation) {
    return """
    # Poort 25, generation %d: what a configuration of Exim 4 needs to use the tables beside this file.
    # Of hundreds of thousands of names, make each table but denied, which has prefixes, a dbm with
    # exim_dbmbuild, and say dbm for its lsearch.

    # Main part
    PORT25 = /etc/exim4/port25
    domainlist port25_domains = lsearch;PORT25/domains : lsearch;PORT25/waiting
    # what a server did not take is asked again soon
    callout_negative_expire = 2m

    # At the top of acl_smtp_rcpt, before anything that accepts
      deny    hosts = net-iplsearch;PORT25/denied
              message = Access to this relay is denied: case \\
                ${lookup{$sender_host_address}iplsearch{PORT25/denied}}
      deny    domains = lsearch;PORT25/known
              condition = ${lookup{$local_part@$domain}lsearch{PORT25/recipients}{no}{yes}}
              message = No such recipient
      deny    domains = +port25_domains
              ! domains = lsearch;PORT25/known
              ! verify = recipient/callout=30s,maxwait=60s
      accept  domains = +port25_domains

    # At the top of the routers
    port25_aliases:
      driver = redirect
      data = ${lookup{$local_part@$domain}lsearch{PORT25/aliases}}
    port25_waiting:
      driver = redirect
      domains = lsearch;PORT25/waiting
      allow_defer
      data = :defer: no mail store is named
    port25_domains:
      driver = manualroute
      domains = lsearch;PORT25/domains
      transport = remote_smtp
      route_data = ${lookup{$domain}lsearch{PORT25/domains}}
      host_find_failed = defer
      no_more
    """
        .formatted(generation);
  }
}
