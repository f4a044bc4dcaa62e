/**
 * The published state as text: the lines of a firewall and of a relay, and how each format writes
 * them. Pure: the same lines give the same bytes, and nothing here reads the database.
 */
package nl.poort25.state;
