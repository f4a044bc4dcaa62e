package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.poort25.network.Cidr;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EffectiveLines;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.FirewallLine;
import nl.poort25.state.RelayLine;
import nl.poort25.web.Sha256;

/**
 * The lines of a generation in the form that points get: without those that another line covers,
 * since nftables refuses overlapping elements in a set.
 */
@ApplicationScoped
@Transactional
public class PointLines {
  private static final String AT =
      "select l.text from LineSpan l where l.target = :target" + " and " + LineSpan.STANDS;

  private static final String OWN = FirewallLine.Kind.OWN.word();
  private static final String POSTMASTER = RelayLine.Kind.POSTMASTER.word();

  @PersistenceContext EntityManager em;
  @Inject HeldLines held;

  /**
   * Whether an agent knows every line that there is now.
   *
   * @param knows what it says it knows beyond the lines of the first agents; may be null
   */
  public static boolean knowsAllLines(EnforcementTarget target, String knows) {
    return switch (target) {
      case FIREWALL -> OWN.equals(knows);
      case RELAY -> POSTMASTER.equals(knows);
    };
  }

  /**
   * The same for an agent that does not know all of it and would refuse all of it, blocks for abuse
   * too. What a firewall lets through and what a relay refuses is the same.
   */
  public static List<String> forOlder(List<String> lines) {
    return lines.stream()
        .filter(text -> !is(POSTMASTER, text))
        .map(text -> is(OWN, text) ? FirewallLine.parse(text).asOpen() : text)
        .sorted()
        .distinct()
        .toList();
  }

  /** Whether none of them is of those that older agents do not know. */
  public static boolean isKnownToOlder(List<String> lines) {
    return lines.stream().noneMatch(PointLines::isLater);
  }

  static boolean isLater(String text) {
    return is(OWN, text) || is(POSTMASTER, text);
  }

  private static boolean is(String word, String text) {
    return text.startsWith(word + " ");
  }

  /** All of them, in the order of their text. */
  public List<String> whole(EnforcementTarget target, long number) {
    return texts(
        target,
        em.createQuery(AT, String.class)
            .setParameter("target", target)
            .setParameter("number", number)
            .getResultList());
  }

  /** How many lines that generation has; 0 for none. */
  public int count(EnforcementTarget target, long number) {
    return em.createQuery(
            "select g.lineCount from Generation g where g.target = :target and g.number = :number",
            Integer.class)
        .setParameter("target", target)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElse(0);
  }

  /**
   * Writes all of the relays, each with its line feed. Of the newest state, of which there may be a
   * million, they are never all there otherwise.
   */
  public void writeTo(StringBuilder text, long number) {
    int begin = text.length();
    var digest = Sha256.digest();
    held.forEach(
        EnforcementTarget.RELAY,
        line -> {
          text.append(line).append('\n');
          digest.update((line + "\n").getBytes(US_ASCII));
        });
    String read = HexFormat.of().formatHex(digest.digest());
    if (!read.equals(digest(EnforcementTarget.RELAY, number))) {
      text.setLength(begin); // they are of another state, or of one that was made meanwhile
      whole(EnforcementTarget.RELAY, number).forEach(line -> text.append(line).append('\n'));
    }
  }

  /**
   * SHA-256 of the text of these lines, as a point says it of what it holds; null where this
   * database made none of that number. It is counted once.
   */
  public String digest(EnforcementTarget target, long number) {
    var made =
        em.createQuery(
                "select g from Generation g where g.target = :target and g.number = :number",
                Generation.class)
            .setParameter("target", target)
            .setParameter("number", number)
            .getResultStream()
            .findFirst()
            .orElse(null);
    if (made == null) {
      return null;
    }
    if (target.isRelay()) {
      return made.getDigest(); // of the same lines: none covers another
    }
    if (made.getPointDigest() == null) {
      made.recordPointDigest(digest(whole(target, number)));
    }
    return made.getPointDigest();
  }

  /** Whether it is of what an older agent gets of that state, and others do not. */
  public boolean isOfOlder(EnforcementTarget target, PointClaim claim) {
    if (claim.number() == 0 || claim.digest() == null) {
      return false;
    }
    String ours = digest(target, claim.number());
    return ours != null
        && !claim.digest().equals(ours)
        && claim.digest().equals(digest(forOlder(whole(target, claim.number()))));
  }

  private static String digest(List<String> lines) {
    return DesiredLine.digest(text(lines));
  }

  /** Each with its line feed. */
  public static String text(List<String> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static List<String> texts(EnforcementTarget target, Collection<String> kept) {
    if (target != EnforcementTarget.FIREWALL) {
      return kept.stream().sorted().toList();
    }
    var lines = new TreeSet<FirewallLine>();
    kept.forEach(text -> lines.add(FirewallLine.parse(text)));
    return EffectiveLines.of(lines).stream().map(FirewallLine::toString).toList();
  }

  /** Its lines of the provider's prefixes. */
  Set<String> prefixes(long number) {
    return Set.copyOf(
        texts(
            EnforcementTarget.FIREWALL,
            em.createQuery(AT + " and l.text like 'inside %'", String.class)
                .setParameter("target", EnforcementTarget.FIREWALL)
                .setParameter("number", number)
                .getResultList()));
  }

  /** Those of these keys, as points get them where that is asked for. */
  List<String> at(EnforcementTarget target, long number, List<String> keys, boolean effective) {
    var kept =
        em.createQuery(AT + " and l.addressKey in :keys", String.class)
            .setParameter("target", target)
            .setParameter("number", number)
            .setParameter("keys", keys)
            .getResultList();
    return effective ? texts(target, kept) : kept;
  }

  /**
   * Those of one key, in the order of their text.
   *
   * @param key a name; of an address {@link Cidr#firstKey}
   */
  public List<String> of(EnforcementTarget target, String key, long number) {
    return at(target, number, List.of(key), true);
  }

  /** The provider's prefixes as that generation has them: hundreds, not millions. */
  List<Cidr> inside(long number) {
    return prefixes(number).stream().map(text -> FirewallLine.parse(text).destination()).toList();
  }

  /** Whether that line stands in that generation. */
  public boolean has(DesiredLine line, long number) {
    return at(line.target(), number, List.of(line.key()), false).contains(line.toString());
  }

  /** Whether that generation has the address as the provider's, and lets nothing through to it. */
  public boolean closesTo(Cidr address, long number) {
    return inside(number).stream().anyMatch(prefix -> prefix.contains(address))
        && !opensTo(address, number);
  }

  /** Whether any prefix is the provider's in that generation: without one everything is open. */
  public boolean hasPrefixes(long number) {
    return !inside(number).isEmpty();
  }

  /**
   * Whether that generation lets anything from outside through to that address by a decision; a
   * block does not cover the mail servers of the provider (2.5).
   */
  public boolean opensTo(Cidr address, long number) {
    return at(EnforcementTarget.FIREWALL, number, List.of(address.firstKey()), false).stream()
        .map(FirewallLine::parse)
        .anyMatch(line -> line.opened() != null && line.destination().equals(address));
  }
}
