package nl.poort25.abuse;

import java.util.List;
import nl.poort25.network.AddressUse;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;

/**
 * An address that staff wants to block, with its holder, what is open on it and the case that it is
 * in already.
 *
 * @param connection that it is on; null where no partner holds it
 * @param uses what a block would suspend, and what was asked for it
 * @param open the case that it is in already, or null
 * @param earlier numbers of closed cases on it that were opened less than a year ago; or empty
 * @param ofProvider whether it is on the list of the provider's own mail servers (2.5)
 */
record BlockCandidate(
    Cidr address,
    Connection connection,
    List<AddressUse> uses,
    AbuseCase open,
    String earlier,
    boolean ofProvider) {}
