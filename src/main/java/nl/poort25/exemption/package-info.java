/**
 * Exemptions (4.1 to 4.11): the request with its verdict, the decision, and the openings that it
 * brings, from approved to closed.
 */
package nl.poort25.exemption;
