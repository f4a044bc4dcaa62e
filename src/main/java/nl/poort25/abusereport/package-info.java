/**
 * Parses abuse reports, which strangers write: ARF (RFC 5965, 6591, 6692), XARF 0.1 to 4, and plain
 * complaints (RFC 6650), alone, forwarded or in an mbox file.
 *
 * <p>Main types: {@link ReportUpload} (what was uploaded, split into messages), {@link
 * ReportReader} (finds and parses the report in one), {@link ParsedReport} (the result), {@link
 * ReportFault} (why one is refused), {@link ReportLimits}.
 *
 * <p>Everything is bounded in bytes, parts and depth; no link is followed; a field that cannot be
 * parsed is noted and spoils no other.
 *
 * <p>Pure: no database, no clock.
 *
 * <p>Asks: {@code network} for addresses.
 */
package nl.poort25.abusereport;
