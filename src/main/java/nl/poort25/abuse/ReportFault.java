package nl.poort25.abuse;

import nl.poort25.web.Malformed;

/** Why a report was not taken: the only thing that reading one ever throws. */
enum ReportFault {
  EMPTY,
  TOO_LARGE,
  TOO_MANY,
  TOO_MANY_PARTS,
  TOO_DEEP,
  HEADERS,
  BOUNDARY,
  ENCODING,
  NO_REPORT,
  NO_THIRD_PART,
  MISSING,
  TWICE,
  BOTH_DATES,
  VERSION,
  VALUE,
  JSON,
  /** what no reader foresaw */
  UNREADABLE;

  private static final int LONGEST = 100;

  /**
   * @param found what is at fault, which may be anything
   */
  Malformed refusal(String found) {
    return new Malformed("abuse.report.refused.", this, Printable.line(found, LONGEST), "");
  }
}
