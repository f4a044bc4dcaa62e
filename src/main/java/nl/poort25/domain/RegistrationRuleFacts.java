package nl.poort25.domain;

import java.util.List;
import nl.poort25.domainname.DomainName;

/**
 * Every fact that the rules of a registration may look at.
 *
 * @param others names that other partners hold and that equal, contain or lie under the one asked;
 *     never shown; none where it was not looked for them, since he was refused too many
 * @param ofProvider which of the provider's own names it equals, contains or lies under
 * @param ofSpecialUse which name of special use it is or lies under, with its source
 * @param refusedLately how many names the partner was refused within a day
 * @param mostRefused from how many on he gets no answer
 */
record RegistrationRuleFacts(
    Origin origin,
    RegistrationAction action,
    DomainName name,
    List<String> others,
    List<String> ofProvider,
    List<String> ofSpecialUse,
    long refusedLately,
    int mostRefused) {
  boolean isBarred() {
    return refusedLately >= mostRefused;
  }
}
