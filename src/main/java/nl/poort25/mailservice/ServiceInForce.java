package nl.poort25.mailservice;

/**
 * A service that is active, of an active registration.
 *
 * @param name of the domain, in A-label form
 * @param proven whether its partner has proof of control of the name (3.5)
 */
public record ServiceInForce(
    long id, String name, boolean proven, MailServiceKind kind, Delivery delivery) {}
