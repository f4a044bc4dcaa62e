package nl.poort25.abuse;

import java.time.Instant;
import nl.poort25.abusereport.ParsedReport;

/**
 * One line of the list of reports.
 *
 * @param address that it is held against; null where there is none
 * @param heldAt the moment of that
 * @param partner who held it then, or null
 * @param caseNumber null where it is in none
 */
public record ReportRow(
    long id,
    ReportState state,
    String address,
    Instant heldAt,
    ParsedReport.ComplaintType about,
    long incidents,
    Instant uploadedAt,
    String partner,
    Long caseId,
    String caseNumber) {}
