package nl.poort25.web;

/**
 * Something suspicious, such as a wrong password or a forged form, for the security log. It never
 * carries a password, code or token.
 *
 * @param address of the client
 * @param who the e-mail address of the account concerned, or the name of an enforcement point;
 *     empty where it is not known
 * @param place what was asked for
 */
public record Suspicion(Kind kind, String address, String who, String place) {
  public enum Kind {
    /** A wrong password, of an account or of none. */
    PASSWORD_WRONG,
    /** A wrong code of a second factor. */
    CODE_WRONG,
    /** Something that was tried too often, and was not looked at. */
    TOO_OFTEN,
    /** Something that the role does not allow, or that nobody may do to himself. */
    ROLE_REFUSED,
    /** A number of somebody else's, or of nothing. */
    NOT_THEIRS,
    /** A form that no page of ours has sent. */
    CROSS_SITE,
    /** A link of a mail or of the log that is no good. */
    LINK_REFUSED,
    /** A token of an enforcement point or prober that is none. */
    POINT_TOKEN,
    /** A token of monitoring that is none. */
    MONITORING_TOKEN
  }
}
