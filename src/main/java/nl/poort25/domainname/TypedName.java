package nl.poort25.domainname;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.regex.Pattern;
import nl.poort25.web.MalformedInput;

/** Judges what was typed where a domain name is asked for. */
final class TypedName {
  private static final Pattern SERVICE_LABELS = Pattern.compile("(?:[*_][^.]*+\\.)++");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\[?(?:\\d+(?:\\.\\d+){3}|(?i:IPv6:)?[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)"
              + "(?:%\\w*)?\\]?(?::\\d+)?(?:/\\d+)?");

  private TypedName() {}

  /** What {@link Idna} does not know to be wrong. */
  enum Fault {
    URL,
    MAIL_ADDRESS,
    ADDRESS,
    SINGLE_LABEL,
    SUFFIX,
    LAST_LABEL_DIGIT,
    NL_IDN,
    NL_LENGTH
  }

  /** The name in A-labels. */
  static String ascii(String typed) {
    String name;
    try {
      name = Idna.trim(typed);
    } catch (Idna.Refused e) {
      throw malformed(e.fault(), e.found(), "");
    }
    refuse(Fault.ADDRESS, name, ADDRESS.matcher(name).matches());
    int several = PastedNameList.in(name).size();
    refuse(Idna.Fault.SEVERAL, String.valueOf(several), several > 1);
    var pasted = PastedHost.in(name);
    if (pasted.isPresent()) {
      throw wrongThing(pasted.get());
    }
    try {
      String ascii = Idna.toAscii(name);
      judge(ascii);
      return ascii;
    } catch (Idna.Refused e) {
      throw malformed(e.fault(), e.found(), meant(name));
    }
  }

  private static void judge(String ascii) {
    List<String> labels = Splitter.on('.').splitToList(ascii);
    String last = labels.get(labels.size() - 1);
    // once more: fullwidth digits have become digits
    refuse(Fault.ADDRESS, ascii, ADDRESS.matcher(ascii).matches());
    // no top-level domain does, and a resolver might take such a name for an address
    refuse(Fault.LAST_LABEL_DIGIT, last, Character.isDigit(last.charAt(0)));
    refuse(Fault.SUFFIX, Idna.display(ascii), PublicSuffixes.isListed(ascii));
    refuse(Fault.SINGLE_LABEL, Idna.display(ascii), labels.size() == 1);
    if (last.equals("nl")) {
      // SIDN: 2 to 63 of a-z, 0-9 and hyphen, no IDN; what hangs below such a name is its holder's
      String label = labels.get(labels.size() - 2);
      refuse(Fault.NL_IDN, Idna.display(label), label.startsWith("xn--"));
      refuse(Fault.NL_LENGTH, label, label.length() < 2);
    }
  }

  private static void refuse(Enum<?> fault, String found, boolean broken) {
    if (broken) {
      throw malformed(fault, MalformedInput.toDisplayText(found), "");
    }
  }

  private static MalformedInput malformed(Enum<?> fault, String found, String suggestion) {
    return new MalformedInput("registration.name.", fault, found, suggestion);
  }

  private static MalformedInput wrongThing(PastedHost pasted) {
    String host = pasted.host();
    if (pasted.kind() == PastedHost.Kind.MAIL_ADDRESS) {
      return malformed(Fault.MAIL_ADDRESS, MalformedInput.toDisplayText(host), suggestion(host));
    }
    boolean www = host.regionMatches(true, 0, "www.", 0, 4);
    String shortened = www ? suggestion(host.substring(4)) : "";
    return malformed(
        Fault.URL,
        MalformedInput.toDisplayText(host),
        shortened.isEmpty() ? suggestion(host) : shortened);
  }

  private static String meant(String name) {
    var labels = SERVICE_LABELS.matcher(name);
    return suggestion(labels.lookingAt() ? name.substring(labels.end()) : name);
  }

  private static String suggestion(String host) {
    String text = TypedCharacters.repaired(host);
    if (PastedHost.in(text).isPresent()) {
      // also what would keep a suggestion from needing one itself, and so on
      return "";
    }
    try {
      String ascii = Idna.toAscii(text);
      judge(ascii);
      return Idna.display(ascii);
    } catch (Idna.Refused | MalformedInput e) {
      return "";
    }
  }
}
