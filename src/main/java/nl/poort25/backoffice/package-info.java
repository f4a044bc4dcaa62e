/**
 * Pages that look across all features: staff's home ({@link StaffHomeResource}, {@link
 * StaffTasks}), the search for staff and partners ({@link Search}) and the page of an address
 * ({@link AddressesResource}).
 *
 * <p>It lies above all features; nothing depends on it. Every other page of staff lives in its own
 * feature.
 *
 * <p>Asks: {@code account}, {@code network}, {@code domain}, {@code overview}, {@code mailservice},
 * {@code ticket}, {@code abuse}, {@code exemption}, {@code state}, {@code enforcement}, {@code
 * point} and {@code takeover} for counts and rows, and for where their pages are.
 */
package nl.poort25.backoffice;
