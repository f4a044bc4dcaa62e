package nl.poort25.exemption;

import java.util.List;
import nl.poort25.network.Cidr;
import nl.poort25.network.ConnectionKind;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;

/**
 * Every fact that the rules of a request may look at.
 *
 * @param outside own servers outside the provider's network
 * @param place the connection that the ticket is filed on; null while none is chosen
 * @param servers those of this request
 * @param counted the others that count towards the same maximum (4.5): open or waiting, of the
 *     partner or on the colocation
 * @param thirdParty its name, or null
 * @param sources where mail comes from; none for from anywhere
 * @param destinations what would go open
 * @param narrowest how wide a source may be
 * @param space what of the addresses lies in the provider's network, and what is not public
 * @param taken the lines of this request that other exemptions hold
 * @param abuse the numbers of the partner's open abuse cases
 * @param acknowledged what the partner ticks when he sends it
 */
public record ExemptionRuleFacts(
    ExemptionKind kind,
    boolean outside,
    Place place,
    List<MailServer> servers,
    List<MailServer> counted,
    Maximum maximum,
    String thirdParty,
    List<Cidr> sources,
    List<Cidr> destinations,
    Narrowest narrowest,
    Space space,
    List<Flow> taken,
    List<String> abuse,
    Acknowledgements acknowledged) {

  /** Whether no other exemption holds it. */
  public boolean isFree(Flow line) {
    return !taken.contains(line);
  }

  /** A connection as far as the rules look at it. */
  public record Place(String reference, ConnectionKind kind, boolean ended, List<Cidr> ranges) {}

  /**
   * @param servers how many at most
   * @param byAddress whether each address counts, instead of each server (4.5)
   */
  public record Maximum(int servers, boolean byAddress) {}

  /** The shortest prefix lengths that a source may have (4.6). */
  public record Narrowest(int ipv4, int ipv6) {}

  /**
   * @param outside destinations that lie in no prefix of the provider
   * @param inside sources that do
   * @param notPublic sources that no mail on the Internet comes from
   */
  public record Space(List<Cidr> outside, List<Cidr> inside, List<Cidr> notPublic) {}

  /** 4.12 and 1.2. */
  public record Acknowledgements(boolean measures, boolean policy) {
    public static final Acknowledgements BOTH = new Acknowledgements(true, true);
  }
}
