package nl.poort25.domain;

import nl.poort25.domainname.DomainName;

/**
 * A request to register a name: the name, the action, who runs its DNS and the partner's customer.
 *
 * @param customer the name of the partner's customer; null where it is for none in particular
 */
public record RegistrationRequest(
    DomainName name, RegistrationAction action, boolean dnsByProvider, String customer) {}
