package nl.poort25.state;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;
import nl.poort25.state.RelayLine.Kind;

/**
 * Writes a state for Postfix, as files of the folder port25 beside its main.cf: tables as postmap
 * reads them, and the lines of main.cf that use them. All tables but one are indexed by postmap, so
 * that a relay reads just what it needs of a million names. A table has no comment but on a line of
 * its own, and no line that begins with white space, which would continue the one before.
 *
 * <p>A subdomain is not its parent: relay_domains stands in parent_domain_matches_subdomains by
 * default, transport_maps does not, and mail that only the first of them takes would follow its MX
 * back to the relay.
 *
 * <p>A host is "[192.0.2.25]:25" or "[2001:db8::25]:25": transport(5) wants brackets around an
 * address, and knows no "IPv6:" within them. Several are tried in turn, since Postfix 3.5.
 *
 * <p>What a table has of a name it has of its U-labels too, since Postfix compares what the client
 * said: mail with SMTPUTF8 (RFC 6531) would be refused.
 */
public final class Postfix implements StateWriter {
  /** The names of the files. */
  public static final String ALIASES = "aliases";

  public static final String RELAY_DOMAINS = "relay_domains";

  public static final String TRANSPORT = "transport";
  static final String RECIPIENTS = "relay_recipients";
  static final String VERIFIED = "verified_domains";
  static final String DENIED = "denied.cidr";
  public static final String MAIN = "main.cf";

  /** Those of them that postmap is to index. */
  public static final List<String> INDEXED =
      List.of(ALIASES, RELAY_DOMAINS, TRANSPORT, RECIPIENTS, VERIFIED);

  private static final List<String> FILES =
      List.of(MAIN, ALIASES, RELAY_DOMAINS, TRANSPORT, RECIPIENTS, VERIFIED, DENIED);

  Postfix() {}

  @Override
  public List<String> files() {
    return FILES;
  }

  @Override
  public String write(
      String file,
      EnforcementTarget target,
      long generation,
      Collection<? extends DesiredLine> lines) {
    return files(generation, StateWriter.of(RelayLine.class, lines)).get(file);
  }

  /** Each file by its name. Where no line names the store, mail for it waits in the queue. */
  public static SortedMap<String, String> files(long generation, Collection<RelayLine> lines) {
    var store = RelayLine.store(lines);
    var known = RelayLine.knownNames(lines);
    var files = new TreeMap<String, String>();
    files.put(ALIASES, table(generation, aliases(lines)));
    files.put(RELAY_DOMAINS, table(generation, names(lines).flatMap(line -> both(line, "", "OK"))));
    files.put(
        TRANSPORT,
        table(generation, names(lines).flatMap(line -> both(line, "", transport(line, store)))));
    files.put(
        RECIPIENTS,
        table(
            generation,
            lines.stream()
                .filter(
                    line ->
                        line.kind() == Kind.RECIPIENT
                            || (line.admits() && !known.contains(line.name())))
                .flatMap(
                    line -> both(line, (line.local() == null ? "" : line.local()) + "@", "OK"))));
    files.put(
        VERIFIED,
        table(
            generation,
            names(lines)
                .filter(line -> !known.contains(line.name()))
                .flatMap(line -> both(line, "", "reject_unverified_recipient"))));
    files.put(
        DENIED,
        table(
            generation,
            lines.stream()
                .filter(line -> line.kind() == Kind.DENY)
                .map(
                    line ->
                        "%s 550 5.7.1 Access to this relay is denied: case %s"
                            .formatted(prefix(line.client()), line.caseNumber()))));
    files.put(MAIN, main(generation));
    return files;
  }

  private static Stream<String> aliases(Collection<RelayLine> lines) {
    return RoleAlias.all(lines)
        .flatMap(alias -> both(alias.line(), alias.role() + "@", alias.postmaster()));
  }

  /** The rows for the name of a line, one for each way to write it. */
  private static Stream<String> both(RelayLine line, String local, String value) {
    return UnicodeName.all(line.name()).map(name -> local + name + " " + value);
  }

  private static Stream<RelayLine> names(Collection<RelayLine> lines) {
    return lines.stream().filter(RelayLine::admits);
  }

  private static String table(long generation, Stream<String> rows) {
    return rows.collect(
            Collectors.joining("\n", "# Poort 25, generation " + generation + "\n", "\n"))
        .replaceFirst("\n\n$", "\n"); // of no rows
  }

  private static String transport(RelayLine line, List<Cidr> store) {
    var hosts = line.kind() == Kind.DOMAIN ? line.hosts() : store;
    return hosts.isEmpty()
        ? "retry:4.3.5 no mail store is named"
        : hosts.stream()
            .map(host -> "[" + host + "]:25")
            .collect(Collectors.joining(", ", "relay:", ""));
  }

  /** In a table of type cidr a host has a length too. */
  private static String prefix(Cidr client) {
    return client.isAddress() ? client + "/" + client.length() : client.toString();
  }

  /**
   * Where no recipients are known the server is asked for each, before the mail is taken: a relay
   * that takes what the server then refuses sends bounces to whoever was named as the sender. While
   * the server cannot be asked, mail is taken for whom it knew before, and the sender of other mail
   * has to try again (450). What a permitted client sends to a subdomain of such a name is asked
   * for as well, since smtpd_access_maps stays as it is for the tables of the relay itself.
   *
   * <p>What a server did not take, or could not be asked, is kept in mind for minutes, not for the
   * hours that Postfix keeps it by default: once it is asked again, the answer counts at once.
   */
  private static String main(long generation) {
    return """
    # Poort 25, generation %d: what main.cf needs to use the tables beside this file,
    # all of which but denied.cidr are to be indexed by postmap
    relay_domains = ${default_database_type}:${config_directory}/port25/relay_domains
    parent_domain_matches_subdomains = debug_peer_list, fast_flush_domains, mynetworks, \
    permit_mx_backup_networks, qmqpd_authorized_clients, smtpd_access_maps
    transport_maps = ${default_database_type}:${config_directory}/port25/transport
    relay_recipient_maps = ${default_database_type}:${config_directory}/port25/relay_recipients
    smtpd_relay_restrictions = check_client_access cidr:${config_directory}/port25/denied.cidr, \
    permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
    smtpd_recipient_restrictions = check_recipient_access \
    ${default_database_type}:${config_directory}/port25/verified_domains
    virtual_alias_maps = ${default_database_type}:${config_directory}/port25/aliases
    unverified_recipient_reject_code = 550
    address_verify_negative_refresh_time = 60s
    address_verify_negative_expire_time = 120s
    """
        .formatted(generation);
  }

  /** What main.cf needs, a parameter a line, as the file {@code port25/main.cf} has it. */
  public static List<String> settings() {
    return main(0).lines().filter(line -> !line.startsWith("#")).toList();
  }
}
