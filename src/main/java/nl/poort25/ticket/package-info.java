/**
 * Tickets (4.8): the conversation between partner and staff, and the clock of 4.9 that it runs by.
 */
package nl.poort25.ticket;
