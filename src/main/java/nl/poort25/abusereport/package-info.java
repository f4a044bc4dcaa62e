/**
 * Reads complaints about abuse as others send them: ARF (RFC 5965), XARF, plain mail and mailboxes.
 * What comes out is a {@link nl.poort25.abusereport.ParsedReport}; nothing is kept here.
 */
package nl.poort25.abusereport;
