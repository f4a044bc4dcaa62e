/**
 * Domain names as values: parsing, normal forms and what is wrong with a typed one. Pure: no
 * database, no clock, no DNS.
 *
 * <p>{@link DomainName} is a name in A-labels below a public suffix; {@link TypedName} parses what
 * people type or paste and says what was probably meant; {@link Idna} and {@link DerivedProperty}
 * are IDNA 2008 (RFC 5890 to 5895); {@link PublicSuffixes} and {@link SpecialUseNames} are the
 * lists of others.
 *
 * <p>Domains, their registration and their rules are in {@code domain}; states of the relays use
 * the names too.
 *
 * <p>Asks: nothing of any feature; what is wrong with a name it says by texts.
 */
package nl.poort25.domainname;
