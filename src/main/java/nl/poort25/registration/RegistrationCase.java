package nl.poort25.registration;

import java.util.List;

/**
 * Every fact that the rules of a registration may look at.
 *
 * @param others names that other partners hold and that equal, contain or lie under the one asked;
 *     never shown
 */
record RegistrationCase(Origin origin, Action action, DomainName name, List<String> others) {}
