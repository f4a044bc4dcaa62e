/**
 * The demo world of a trial run: four partners, staff of each role, and their domains, exemptions,
 * connections and cases of abuse, with a DNS that answers for their names.
 *
 * <p>{@link DemoWorld} fills the empty database, calling {@link DemoNetwork}, {@link
 * DemoExemptions}, {@link DemoAbuse} and others through the same methods as pages do ({@link
 * DemoActs}); {@link DemoDns} decorates Dns with {@link DemoZones}. {@link DemoPeople} lists the
 * accounts.
 *
 * <p>It lies above all features, acts in all scopes, and does nothing unless the demo setting is
 * on.
 *
 * <p>Asks: {@code account}, {@code login}, {@code imports}, {@code network}, {@code domainname},
 * {@code domain}, {@code mx}, {@code mailservice}, {@code ticket}, {@code abusereport}, {@code
 * abuse}, {@code exemption} and {@code takeover} to do what people do.
 */
package nl.poort25.demo;
