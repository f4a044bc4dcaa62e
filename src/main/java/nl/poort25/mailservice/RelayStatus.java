package nl.poort25.mailservice;

import java.time.Instant;
import java.util.List;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.text.FormattedDiff;
import nl.poort25.text.Text;

/**
 * What the relays report to do with the mail for a name, what is missing for its services, and what
 * a decision would change.
 */
public final class RelayStatus {
  /** As the relays were read back. */
  public enum MailHandling {
    TAKEN("ok"),
    /** Not all of them hold what they are to. */
    ON_ITS_WAY("wait"),
    /** They are to take no mail, and one of them may still. */
    ENDING("wait"),
    NOT_TAKEN("info");

    private final String sign;

    MailHandling(String sign) {
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
  public record MissingRequirement(Why why, String destination) {
    public Text text() {
      return Text.of("mailservice.relays.lack." + why, destination);
    }

    /** The rule that it rests on; null where it rests on none. */
    public Citation cites() {
      return why.article == null ? null : why.article.portal();
    }
  }

  private final List<ServiceInForce> services;
  private final RelayPreview.Preview preview;
  private final RelayReadBack.Found found;

  /**
   * @param services all that would be in force for the name
   * @param found null where not all relays report what they do
   */
  RelayStatus(
      List<ServiceInForce> services, RelayPreview.Preview preview, RelayReadBack.Found found) {
    this.services = List.copyOf(services);
    this.preview = preview;
    this.found = found;
  }

  public List<ServiceInForce> services() {
    return services;
  }

  /** Where people look after the relays, the store is theirs to know. */
  public List<MissingRequirement> getLacks() {
    return preview.lacks().stream().filter(l -> found != null || l.why() != Why.NO_STORE).toList();
  }

  /** Each format; none where nothing would change. */
  public List<FormattedDiff> getChange() {
    return preview.change();
  }

  /** Null where people look after a relay, or one only reports yet. */
  public MailHandling getDoing() {
    if (found == null) {
      return null;
    }
    if (preview.change().isEmpty()) {
      return found.doing();
    }
    // decided since the last state, or held back until the network role confirms it
    return services.isEmpty() ? MailHandling.ENDING : MailHandling.ON_ITS_WAY;
  }

  /** For the sign of what they do: to take nothing is bad where there is a service. */
  public String getSign() {
    var doing = getDoing();
    return doing == MailHandling.NOT_TAKEN && isMissing() ? "bad" : doing.getSign();
  }

  public Instant getReadAt() {
    return found == null ? null : found.at();
  }

  /** Where the mail goes that they take. */
  public List<String> getHosts() {
    return getDoing() == MailHandling.TAKEN ? found.goesTo() : List.of();
  }

  /** Whether there is something to say of a service in force. */
  public boolean isTold() {
    return getDoing() != null || !getLacks().isEmpty();
  }

  /** The same of one service, which may have ended. */
  public boolean isToldOf(MailService service) {
    return service.isActive() ? isTold() : isEnding() && service.getEndedAt() != null;
  }

  /** Whether there is something to say of the name: of a service in force, or of one before. */
  public boolean isToldOfName() {
    return isEnding() || (!services.isEmpty() && isTold());
  }

  /** Whether the mail of something that has ended is still taken. */
  public boolean isEnding() {
    return getDoing() == MailHandling.ENDING;
  }

  /** Whether there is a service in force whose mail the relays do not take, as far as is known. */
  public boolean isMissing() {
    return !services.isEmpty()
        && (!getLacks().isEmpty() || (found != null && getDoing() != MailHandling.TAKEN));
  }
}
