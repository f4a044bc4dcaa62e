/**
 * Domains and their registrations (3.1 to 3.5): who holds a name, the rules, the proof of control,
 * the lists.
 *
 * <p>Main types: {@link Registration}, {@link NewRegistrations} (where names are registered),
 * {@link RegistrationRule} with the facts that {@link RegistrationFacts} gathers, {@link
 * ProofOfControl} (the proof and its loss), {@link CompetingClaims} (who else may have set the MX
 * records), {@link DomainStatus} and {@link NextStep} (status and next step, stored for lists).
 *
 * <p>Asks: {@code domainname} for what a name is, {@code account} for partners and customers. What
 * the DNS says comes from mx, what services there are from mailservice, both above: they tell a
 * registration by its verbs.
 */
package nl.poort25.domain;
