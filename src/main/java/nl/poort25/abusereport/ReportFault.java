package nl.poort25.abusereport;

import nl.poort25.web.MalformedInput;

/** Why a report is refused: the parsers of this package throw nothing else. */
enum ReportFault {
  EMPTY,
  TOO_LARGE,
  TOO_MANY,
  TOO_MANY_PARTS,
  TOO_DEEP,
  HEADERS,
  BOUNDARY,
  /** the file of a program */
  NO_TEXT,
  VERSION,
  JSON,
  /** JSON of something else */
  NO_XARF,
  /** what no reader foresaw */
  UNREADABLE;

  private static final int LONGEST = 100;

  /**
   * @param found what is at fault, which may be anything
   */
  MalformedInput refusal(String found) {
    return new MalformedInput(
        "abuse.report.refused.", this, SanitizedText.line(found, LONGEST), "");
  }
}
