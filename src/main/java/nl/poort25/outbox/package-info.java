/**
 * Mail that leaves the portal: written in the act's own transaction, sent at least once afterwards.
 */
package nl.poort25.outbox;
