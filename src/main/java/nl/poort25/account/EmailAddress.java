package nl.poort25.account;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.poort25.text.Characters;
import nl.poort25.text.Text;

/**
 * An e-mail address that mail can be sent to without surprises: a plain local part as typed, the
 * domain in lower case and as A-label (RFC 5321 4.1.2 without quoting, comments and address
 * literals).
 */
public record EmailAddress(String value) {
  /** Why a text is no address, in words for who typed it. */
  public static final class Malformed extends Exception {
    private final transient Text text;

    Malformed(String what, Object... arguments) {
      super(what);
      text = Text.of("account.email." + what, arguments);
    }

    public Text text() {
      return text;
    }
  }

  /** RFC 5321 4.5.3.1.1. */
  private static final int LOCAL = 64;

  /** RFC 5321 4.5.3.1.3 less the angle brackets. */
  private static final int WHOLE = 254;

  private static final Pattern DOT_ATOM =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  /** As mail programs write and copy it: Name &lt;address&gt;, mailto:address. */
  private static final Pattern NAMED =
      Pattern.compile("(?:[^<>]*<|(?i:mailto:))([^<>]+@[^<>]+?)>?");

  private static final Pattern SEVERAL = Pattern.compile("@[^@]*[,;\\s]+[^@]*@");

  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO);

  private static final Pattern A_LABELS = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

  /** Takes what {@link #parse} made. */
  public EmailAddress {
    int at = value.indexOf('@');
    if (at < 0
        || !DOT_ATOM.matcher(value.substring(0, at)).matches()
        || !A_LABELS.matcher(value.substring(at + 1)).matches()) {
      throw new IllegalArgumentException("not a parsed e-mail address");
    }
  }

  public static EmailAddress parse(String typed) throws Malformed {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      throw new Malformed("missing");
    }
    // before anything looks at it: IDNA is not for texts of a megabyte
    if (text.length() > WHOLE) {
      throw new Malformed("long", WHOLE);
    }
    // U+FFFD stands for bytes that were no UTF-8
    if (text.indexOf('\ufffd') >= 0 || !text.codePoints().allMatch(Characters::isVisible)) {
      throw new Malformed("control");
    }
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      throw new Malformed("named", named.group(1).strip());
    }
    int at = text.indexOf('@');
    if (at > 0 && SEVERAL.matcher(text).find()) {
      throw new Malformed("several");
    }
    if (at <= 0 || at == text.length() - 1 || at != text.lastIndexOf('@')) {
      throw new Malformed("at");
    }
    String local = text.substring(0, at);
    if (!DOT_ATOM.matcher(local).matches()) {
      throw new Malformed("local", local);
    }
    if (local.length() > LOCAL) {
      throw new Malformed("local.long", LOCAL);
    }
    String address = local + "@" + aLabel(text.substring(at + 1));
    if (address.length() > WHOLE) {
      throw new Malformed("long", WHOLE);
    }
    return new EmailAddress(address);
  }

  private static String aLabel(String domain) throws Malformed {
    var found = new IDNA.Info();
    var ascii = UTS46.nameToASCII(domain, new StringBuilder(), found).toString();
    String last = ascii.substring(ascii.lastIndexOf('.') + 1);
    if (found.hasErrors()
        || ascii.indexOf('.') < 0
        || last.isEmpty()
        || last.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Malformed("domain", domain);
    }
    return ascii;
  }

  /** What an account is found by: people do not remember how they once typed capitals. */
  public String key() {
    return key(value);
  }

  /** The key of whatever was typed at the login; of rubbish a key that no account has. */
  public static String key(String typed) {
    try {
      return parse(typed).value.toLowerCase(Locale.ROOT);
    } catch (Malformed e) {
      return "";
    }
  }

  public String local() {
    return value.substring(0, value.indexOf('@'));
  }

  public String domain() {
    return value.substring(value.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
