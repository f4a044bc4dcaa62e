package nl.poort25.state;

import java.util.regex.Pattern;
import nl.poort25.domainname.Idna;

/** Which names of domains and which local parts can stand in the tables of a relay. */
public final class TableNames {
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern NAME =
      Pattern.compile("(?:" + LABEL + "\\.)+(?![0-9])" + LABEL); // no name ends like an address

  /** An atom of RFC 5321 in lower case. At the start of a line of a table # makes a comment. */
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?!#)(?=.{1,64}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  private TableNames() {}

  /**
   * As a registration takes it, but whatever the list of public suffixes says by now. Without two
   * hyphens in a row there is no A-label that IDNA could refuse.
   */
  static boolean isName(String text) {
    try {
      return text.length() <= 253
          && NAME.matcher(text).matches()
          && (!text.contains("--") || Idna.toAscii(text).equals(text));
    } catch (Idna.Refused e) {
      return false;
    }
  }

  /** Whether a box of that local part can stand in a table. */
  public static boolean isLocalPart(String local) {
    return LOCAL.matcher(local).matches();
  }
}
