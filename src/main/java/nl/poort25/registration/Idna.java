package nl.poort25.registration;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import nl.poort25.web.Malformed;

/**
 * Typed names into the form of the DNS: IDNA 2008 through UTS 46, non-transitional, with the
 * letters, digits and hyphen of RFC 1123 only. Which names make sense is for the caller to say.
 */
public final class Idna {
  private static final int LONGEST_TYPED = 1000;

  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO
              | IDNA.USE_STD3_RULES);

  private Idna() {}

  /** What is wrong with a name; of several faults the first in this order is told. */
  public enum Fault {
    EMPTY,
    TOO_LONG(IDNA.Error.DOMAIN_NAME_TOO_LONG),
    SPACE,
    CONTROL,
    WILDCARD,
    UNDERSCORE,
    CHARACTER(IDNA.Error.DISALLOWED),
    EMPTY_LABEL(IDNA.Error.EMPTY_LABEL),
    BOGUS_XN(IDNA.Error.PUNYCODE, IDNA.Error.INVALID_ACE_LABEL, IDNA.Error.LABEL_HAS_DOT),
    HYPHENS_3_4(IDNA.Error.HYPHEN_3_4),
    LEADING_HYPHEN(IDNA.Error.LEADING_HYPHEN),
    TRAILING_HYPHEN(IDNA.Error.TRAILING_HYPHEN),
    LABEL_TOO_LONG(IDNA.Error.LABEL_TOO_LONG),
    IDN_RULES(
        IDNA.Error.LEADING_COMBINING_MARK,
        IDNA.Error.BIDI,
        IDNA.Error.CONTEXTJ,
        IDNA.Error.CONTEXTO_PUNCTUATION,
        IDNA.Error.CONTEXTO_DIGITS);

    private final ImmutableSet<IDNA.Error> errors;

    Fault(IDNA.Error... errors) {
      this.errors = ImmutableSet.copyOf(errors);
    }

    private boolean isIn(IDNA.Info info) {
      return info.getErrors().stream().anyMatch(errors::contains);
    }
  }

  /** Checked, so that every caller says the fault in words of its own. */
  public static final class Refused extends Exception {
    private final Fault fault;
    private final String found;

    Refused(Fault fault, String found) {
      super(fault + " " + found);
      this.fault = fault;
      this.found = found;
    }

    public Fault fault() {
      return fault;
    }

    /** The label or character at fault, fit to be shown. */
    public String found() {
      return found;
    }
  }

  /**
   * Without the white space around it.
   *
   * @throws Refused if nothing is left, or if it is so long that no further work shall go into it
   */
  public static String trim(String typed) throws Refused {
    if (typed != null && typed.length() > LONGEST_TYPED) {
      throw new Refused(Fault.TOO_LONG, "");
    }
    int from = 0;
    int to = typed == null ? 0 : typed.length();
    while (from < to && isSpace(typed.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(typed.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      throw new Refused(Fault.EMPTY, "");
    }
    return typed.substring(from, to);
  }

  /** A-labels in lower case, at most 253 characters, without the final dot. */
  public static String toAscii(String typed) throws Refused {
    String name = trim(typed);
    var info = new IDNA.Info();
    var ascii = new StringBuilder();
    UTS46.nameToASCII(name, ascii, info);
    if (ascii.length() == 0) {
      // only characters that UTS 46 leaves out, such as the zero-width space
      throw new Refused(Fault.EMPTY, "");
    }
    if (Fault.CHARACTER.isIn(info)) {
      refuseCharacter(name);
    }
    for (Fault fault : Fault.values()) {
      if (fault.isIn(info)) {
        throw new Refused(fault, Malformed.shown(labelWith(fault, name)));
      }
    }
    if (ascii.charAt(ascii.length() - 1) == '.') {
      ascii.setLength(ascii.length() - 1);
    }
    return ascii.toString();
  }

  /** With U-labels, for a reader. */
  public static String toUnicode(String ascii) {
    return UTS46.nameToUnicode(ascii, new StringBuilder(), new IDNA.Info()).toString();
  }

  private static void refuseCharacter(String name) throws Refused {
    for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
      int c = name.codePointAt(i);
      if (isDisallowed(c)) {
        throw new Refused(
            faultOf(c), Malformed.isVisible(c) ? Character.toString(c) : codePoint(c));
      }
    }
  }

  private static String codePoint(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
  }

  private static boolean isDisallowed(int c) {
    if (c == '.') {
      return false;
    }
    var info = new IDNA.Info();
    UTS46.labelToASCII(Character.toString(c), new StringBuilder(), info);
    return Fault.CHARACTER.isIn(info);
  }

  private static Fault faultOf(int c) {
    if (isSpace(c)) {
      return Fault.SPACE;
    }
    // the fullwidth forms are the same characters to the one who typed them
    return switch (Normalizer2.getNFKCInstance().normalize(Character.toString(c))) {
      case "*" -> Fault.WILDCARD;
      case "_" -> Fault.UNDERSCORE;
      default -> Malformed.isVisible(c) ? Fault.CHARACTER : Fault.CONTROL;
    };
  }

  private static String labelWith(Fault fault, String name) {
    return Splitter.on(CharMatcher.anyOf(".\u3002\uFF0E\uFF61"))
        .splitToStream(name)
        .filter(
            label -> {
              var info = new IDNA.Info();
              UTS46.labelToASCII(label, new StringBuilder(), info);
              return fault.isIn(info);
            })
        .findFirst()
        .orElse(name);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
