package nl.poort25.domain;

import nl.poort25.domainname.DomainName;

/**
 * What a partner asks when he registers a name.
 *
 * @param customer the name of the partner's customer; null where it is for none in particular
 */
public record Application(DomainName name, Action action, boolean dnsByProvider, String customer) {}
