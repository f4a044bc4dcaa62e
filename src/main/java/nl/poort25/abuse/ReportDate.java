package nl.poort25.abuse;

/**
 * The dates of a report at which the holder of the address can be looked up; each is claimed by
 * somebody else.
 */
public enum ReportDate {
  /** the reporter's: the first one asked, and the easiest one to forge */
  REPORTED,
  /** of the last server on the reported message's way */
  RECEIVED,
  /** of the last server on the report's own way */
  ARRIVED,
  /** the portal's own */
  UPLOADED
}
