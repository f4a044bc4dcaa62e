/**
 * The four mail services of 3.7: orders, changes and their activation by staff, the rules 3.6 to
 * 3.9, and the check of destinations.
 *
 * <p>Main types: {@link MailService} (from order to end), {@link MailServiceKind} (which fields and
 * recipients each has), {@link Delivery} (how mail is handed over), {@link MailServiceRule} with
 * the facts that {@link MailServiceFacts} gathers, {@link DestinationLookup} (where a destination
 * leads and whether mail may go there), {@link RelayStatus} (what the relays do with a name's
 * mail).
 *
 * <p>That a service is active was decided; what the relays do is another question: their state is
 * made and read back by packages above, which implement {@link RelayPreview} and {@link
 * RelayReadBack}.
 *
 * <p>Asks: {@code domain} for the registration, which it locks first, {@code mx} for the DNS,
 * outside any transaction, {@code domainname} for names, {@code account} for partners and staff,
 * {@code notification} to tell them.
 */
package nl.poort25.mailservice;
