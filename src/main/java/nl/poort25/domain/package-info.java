/**
 * The pages of a domain that join registration, mail service and MX: list, three steps, withdrawal;
 * and the partner's home.
 */
package nl.poort25.domain;
