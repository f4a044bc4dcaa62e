package nl.poort25.abuse;

/** Which of its dates a report is held against: each is somebody else's word. */
public enum Moment {
  /** the reporter's: the first one asked, and the easiest one to forge */
  REPORTED,
  /** of the last server on the reported message's way */
  RECEIVED,
  /** of the last server on the report's own way */
  ARRIVED,
  /** the portal's own */
  UPLOADED
}
