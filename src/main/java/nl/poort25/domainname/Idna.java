package nl.poort25.domainname;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.poort25.text.Characters;
import nl.poort25.web.MalformedInput;

/**
 * Typed names into the form of the DNS: IDNA 2008 through UTS 46, non-transitional, with the
 * letters, digits and hyphen of RFC 1123 only. Which names make sense is for the caller to say.
 *
 * <p>What is typed in A-labels may decode to more than IDNA 2008 knows, as far as UTS 46 goes: some
 * registries do sell such names, and those that are held must stay readable. A reader is shown
 * these labels as they are.
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
    SEVERAL,
    SPACE,
    CONTROL,
    WILDCARD,
    UNDERSCORE,
    DASH,
    QUOTE,
    CHARACTER(IDNA.Error.DISALLOWED),
    BEYOND_IDNA,
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
    return toAscii(typed, true);
  }

  /** The same by UTS 46 alone, which was all once: what was read so then is held by that name. */
  static String toAsciiByUts46(String typed) throws Refused {
    return toAscii(typed, false);
  }

  private static String toAscii(String typed, boolean strict) throws Refused {
    String name = trim(typed);
    var info = new IDNA.Info();
    var ascii = new StringBuilder();
    UTS46.nameToASCII(name, ascii, info);
    if (ascii.length() == 0) {
      // only characters that UTS 46 leaves out, such as the zero-width space
      throw new Refused(Fault.EMPTY, "");
    }
    var excluded = TypedCharacters.excludedFrom(name);
    if (excluded.isPresent() && (strict || Fault.CHARACTER.isIn(info))) {
      refuse(name, excluded.getAsInt());
    }
    for (Fault fault : Fault.values()) {
      if (fault.isIn(info)) {
        throw new Refused(fault, MalformedInput.toDisplayText(labelWith(fault, name)));
      }
    }
    if (ascii.charAt(ascii.length() - 1) == '.') {
      ascii.setLength(ascii.length() - 1);
    }
    return ascii.toString();
  }

  private static void refuse(String name, int excluded) throws Refused {
    int count = TypedCharacters.isSeparator(excluded) ? PastedNameList.in(name).size() : 0;
    if (count > 1) {
      throw new Refused(Fault.SEVERAL, String.valueOf(count));
    }
    throw new Refused(
        TypedCharacters.faultOf(excluded),
        Characters.isVisible(excluded) ? Character.toString(excluded) : codePoint(excluded));
  }

  /**
   * What was probably meant: with plain hyphens, without quotes and what encloses a name in a text.
   * It need not be a name; it is empty where so much was typed that no work shall go into it.
   */
  public static String repaired(String typed) {
    return typed == null || typed.length() > LONGEST_TYPED ? "" : TypedCharacters.repaired(typed);
  }

  /** Whether it is a fault that names were not judged by until they were by RFC 5892. */
  public static boolean isStricterNow(MalformedInput malformed) {
    return malformed.hasFault(Fault.DASH)
        || malformed.hasFault(Fault.QUOTE)
        || malformed.hasFault(Fault.BEYOND_IDNA);
  }

  /** With U-labels, also where IDNA 2008 knows them not: what mail with SMTPUTF8 may carry. */
  public static String toUnicode(String ascii) {
    return UTS46.nameToUnicode(ascii, new StringBuilder(), new IDNA.Info()).toString();
  }

  /** For a reader: with U-labels, but for those that only look like a name. */
  public static String display(String ascii) {
    return Splitter.on('.')
        .splitToStream(ascii)
        .map(label -> isBeyond(label) ? label : toUnicode(label))
        .collect(Collectors.joining("."));
  }

  /** Whether a label of these decodes to what IDNA 2008 excludes: emoji, dashes, quotes. */
  public static boolean isBeyond(String ascii) {
    return ascii.contains("xn--")
        && toUnicode(ascii).codePoints().anyMatch(c -> c != '.' && DerivedProperty.isExcluded(c));
  }

  private static String codePoint(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
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

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
