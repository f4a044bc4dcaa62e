/**
 * A domain that goes from one partner to another: its rules, the handover of its mail services, and
 * who is told.
 */
package nl.poort25.transfer;
