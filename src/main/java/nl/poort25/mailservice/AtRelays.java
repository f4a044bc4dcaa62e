package nl.poort25.mailservice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.web.Text;
import nl.poort25.web.WrittenChange;

/**
 * Asks what the relays do with the mail for a name, and what of it these services would change:
 * whoever makes their state says the second and why it lacks one of the services, whoever knows
 * what the relays were found to hold says the first.
 */
public final class AtRelays {
  /** As the relays were read back. */
  public enum Doing {
    TAKEN("ok"),
    /** Not all of them hold what they are to. */
    ON_ITS_WAY("wait"),
    /** They are to take no mail, and one of them may still. */
    ENDING("wait"),
    NOT_TAKEN("info");

    private final String sign;

    Doing(String sign) {
      this.sign = sign;
    }

    /** For the sign of a status. */
    public String getSign() {
      return sign;
    }
  }

  /** Why the relays do not take what an active service is for. */
  public enum Why {
    NO_PROOF(Article.A3_5),
    /** Nobody has looked yet where the destination leads. */
    NOT_LOOKED_AT(Article.A3_9),
    /** It leads nowhere that mail may go, or could not be looked up for long. */
    NO_DESTINATION(Article.A3_9),
    /** The setting names no host for mail that is fetched. */
    NO_STORE(null);

    private final Article article;

    Why(Article article) {
      this.article = article;
    }
  }

  /**
   * @param destination as it was asked; null of what has none
   */
  public record Lack(Why why, String destination) {
    public Text text() {
      return Text.of("mailservice.relays.lack." + why, destination);
    }

    /** The rule that it rests on; null where it rests on none. */
    public Citation cites() {
      return why.article == null ? null : why.article.portal();
    }
  }

  private final String name;
  private final List<ServiceInForce> services;
  private final List<Lack> lacks = new ArrayList<>();
  private final List<WrittenChange> change = new ArrayList<>();
  private Doing doing;
  private Instant readAt;
  private List<String> hosts = List.of();

  /**
   * @param name of a domain, in A-label form
   * @param services all that would be in force for it, and none of another name
   */
  public AtRelays(String name, List<ServiceInForce> services) {
    this.name = name;
    this.services = List.copyOf(services);
  }

  public String name() {
    return name;
  }

  public List<ServiceInForce> services() {
    return services;
  }

  /** Answers why a service would not be carried out. */
  public void lacks(Why why, String destination) {
    lacks.add(new Lack(why, destination));
  }

  /** Answers what would come and go on top of the last state, in one format. */
  public void isWritten(String format, String text) {
    change.add(new WrittenChange(format, text));
  }

  /**
   * Answers what all relays were found to do, where they all report it.
   *
   * @param at the oldest of the read-backs
   * @param goesTo the addresses that mail is delivered to; none where it is kept to be fetched
   */
  public void isRead(Doing what, Instant at, List<String> goesTo) {
    doing = what;
    readAt = at;
    hosts = List.copyOf(goesTo);
  }

  /** Where people look after the relays, the store is theirs to know. */
  public List<Lack> getLacks() {
    return lacks.stream().filter(l -> doing != null || l.why() != Why.NO_STORE).toList();
  }

  /** Each format; none where nothing would change. */
  public List<WrittenChange> getChange() {
    return change;
  }

  /** Null where people look after a relay, or one only reports yet. */
  public Doing getDoing() {
    if (doing == null || change.isEmpty()) {
      return doing;
    }
    // decided since the last state, or held back until the network role confirms it
    return services.isEmpty() ? Doing.ENDING : Doing.ON_ITS_WAY;
  }

  public Instant getReadAt() {
    return readAt;
  }

  public List<String> getHosts() {
    return hosts;
  }

  /** Whether the mail of something that has ended is still taken. */
  public boolean isEnding() {
    return getDoing() == Doing.ENDING;
  }

  /** Whether there is a service in force whose mail the relays do not take, as far as is known. */
  public boolean isMissing() {
    return !services.isEmpty()
        && (!getLacks().isEmpty() || (doing != null && getDoing() != Doing.TAKEN));
  }
}
