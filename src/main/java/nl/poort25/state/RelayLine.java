package nl.poort25.state;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.poort25.network.Cidr;
import nl.poort25.web.MalformedInput;

/**
 * One line of the state of the relays, in the one way to write it.
 *
 * <pre>
 * deny 192.0.2.9 AB-2026-0007              that client is refused, with the number of the case
 * domain klant.nl 192.0.2.25 192.0.2.26    its mail goes to these hosts (1 to 10), port 25
 * mailstore klant.nl                       its mail goes to the store of the provider (POP3)
 * postmaster beheer@provider.nl            takes mail for postmaster and abuse of names with such
 *                                          recipients and no such box (RFC 5321 4.5.1, RFC 2142)
 * recipient info@klant.nl                  with such lines, a name has these recipients only
 * store 192.0.2.50                         the hosts of that store (1 to 10), port 25
 * </pre>
 *
 * <p>A name is in A-labels only: its U-labels follow from them, see {@link UnicodeName}.
 */
public final class RelayLine extends DesiredLine {
  /** The first word of the line. */
  public enum Kind {
    DENY,
    DOMAIN,
    MAILSTORE,
    POSTMASTER,
    RECIPIENT,
    STORE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final int MOST_HOSTS = 10;

  /** Of the line that names the store: no name of a domain. */
  public static final String STORE_KEY = "store";

  /** Of the line that names the postmaster: no name of a domain. */
  public static final String POSTMASTER_KEY = "postmaster";

  /** The boxes that every name has (RFC 5321 4.5.1, RFC 2142), in the order of their rows. */
  static final List<String> ROLES = List.of("postmaster", "abuse");

  private static final Pattern CASE = Pattern.compile("AB-[0-9]{4}-[0-9]{4,9}");

  private final Kind kind;
  private final String name;
  private final String local;
  private final List<Cidr> hosts;
  private final String caseNumber;

  private RelayLine(
      Kind kind, String rest, String name, String local, List<Cidr> hosts, String caseNumber) {
    super(kind.word() + " " + rest);
    this.kind = kind;
    this.name = name;
    this.local = local;
    this.hosts = hosts;
    this.caseNumber = caseNumber;
  }

  /**
   * @throws IllegalArgumentException for anything but a name in A-labels and 1 to 10 addresses
   */
  public static RelayLine domain(String name, List<Cidr> hosts) {
    must(TableNames.isName(name), name);
    return new RelayLine(
        Kind.DOMAIN, name + " " + text(hosts), name, null, List.copyOf(hosts), null);
  }

  /**
   * @throws IllegalArgumentException for anything but 1 to 10 addresses
   */
  public static RelayLine store(List<Cidr> hosts) {
    return new RelayLine(Kind.STORE, text(hosts), null, null, List.copyOf(hosts), null);
  }

  /** The hosts of the store that one of the lines names; none where none does. */
  public static List<Cidr> store(Collection<RelayLine> lines) {
    return lines.stream()
        .filter(line -> line.kind() == Kind.STORE)
        .findFirst()
        .map(RelayLine::hosts)
        .orElse(List.of());
  }

  /** The names of which the recipients are known. */
  static Set<String> knownNames(Collection<RelayLine> lines) {
    return lines.stream()
        .filter(line -> line.kind() == Kind.RECIPIENT)
        .map(RelayLine::name)
        .collect(Collectors.toSet());
  }

  private static String text(List<Cidr> hosts) {
    must(!hosts.isEmpty() && hosts.size() <= MOST_HOSTS, hosts);
    must(hosts.stream().allMatch(Cidr::isAddress), hosts);
    must(hosts.stream().distinct().count() == hosts.size(), hosts);
    return hosts.stream().map(Cidr::toString).collect(Collectors.joining(" "));
  }

  public static RelayLine mailstore(String name) {
    must(TableNames.isName(name), name);
    return new RelayLine(Kind.MAILSTORE, name, name, null, List.of(), null);
  }

  public static RelayLine recipient(String local, String name) {
    must(TableNames.isLocalPart(local), local);
    must(TableNames.isName(name), name);
    return new RelayLine(Kind.RECIPIENT, local + "@" + name, name, local, List.of(), null);
  }

  /**
   * @throws IllegalArgumentException for anything but an address of lower case, its name in
   *     A-labels
   */
  public static RelayLine postmaster(String address) {
    int at = address.indexOf('@');
    must(at > 0, address);
    String local = address.substring(0, at);
    String name = address.substring(at + 1);
    must(TableNames.isLocalPart(local), address);
    must(TableNames.isName(name), address);
    return new RelayLine(Kind.POSTMASTER, address, name, local, List.of(), null);
  }

  /** Refuses that client, with the number of the case that it is refused for (4.13). */
  public static RelayLine deny(Cidr client, String caseNumber) {
    must(CASE.matcher(caseNumber).matches(), caseNumber);
    return new RelayLine(
        Kind.DENY, client + " " + caseNumber, null, null, List.of(client), caseNumber);
  }

  private static void must(boolean holds, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(String.valueOf(found));
    }
  }

  /**
   * Reads what {@link #toString} has written, and nothing else.
   *
   * @throws IllegalArgumentException for any other text, also for another spelling of the same
   */
  public static RelayLine parse(String text) {
    String[] words = text.split(" ", -1);
    try {
      var line =
          switch (words[0]) {
            case "deny" -> deny(Cidr.parse(words[1]), words[2]);
            case "domain" -> domain(words[1], hosts(words, 2));
            case "mailstore" -> mailstore(words[1]);
            case "postmaster" -> postmaster(words[1]);
            case "recipient" -> {
              int at = words[1].indexOf('@');
              must(at > 0, text);
              yield recipient(words[1].substring(0, at), words[1].substring(at + 1));
            }
            case "store" -> store(hosts(words, 1));
            default -> throw new IllegalArgumentException(text);
          };
      must(line.toString().equals(text), text);
      return line;
    } catch (MalformedInput | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static List<Cidr> hosts(String[] words, int from) {
    return Arrays.stream(words).skip(from).map(Cidr::parse).toList();
  }

  @Override
  public EnforcementTarget target() {
    return EnforcementTarget.RELAY;
  }

  /** The name, also of a recipient; of a client its first address. */
  @Override
  public String key() {
    return switch (kind) {
      case DENY -> client().firstKey();
      case STORE -> STORE_KEY;
      case POSTMASTER -> POSTMASTER_KEY;
      case DOMAIN, MAILSTORE, RECIPIENT -> name;
    };
  }

  @Override
  public boolean admits() {
    return kind == Kind.DOMAIN || kind == Kind.MAILSTORE;
  }

  @Override
  public boolean isAnswer() {
    return true;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether it is about a name whose mail the relays take. */
  public boolean isOfName() {
    return admits() || kind == Kind.RECIPIENT;
  }

  /** Null of a client, and of the store; of the postmaster that of his address. */
  public String name() {
    return name;
  }

  /** Of a domain or the store; else empty. */
  public List<Cidr> hosts() {
    return kind == Kind.DENY ? List.of() : hosts;
  }

  /** Null but of a recipient and the postmaster. */
  public String address() {
    return local == null ? null : local + "@" + name;
  }

  /** Before the at sign; null but of a recipient and the postmaster. */
  public String local() {
    return local;
  }

  /** Null where nobody is denied. */
  public Cidr client() {
    return kind == Kind.DENY ? hosts.get(0) : null;
  }

  /** Null where nobody is denied. */
  public String caseNumber() {
    return caseNumber;
  }
}
