/**
 * Pages that look across all features: staff's home ({@link StaffHomeResource}, {@link
 * StaffTasks}), the search for staff and partners (Search) and the page of an address ({@link
 * AddressesResource}).
 *
 * <p>It lies above all features and asks them for counts and rows; nothing depends on it. Every
 * other page of staff lives in its own feature.
 */
package nl.poort25.backoffice;
