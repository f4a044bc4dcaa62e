package nl.poort25.domainname;

import com.google.common.collect.ImmutableSet;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.text.Characters;

/**
 * The characters of a name as it was typed or pasted: which of them no name has, and what was meant
 * by them. Case, width and composition are how keyboards and systems write one and the same letter
 * (RFC 5895); whatever else UTS 46 would quietly make of a character, such as tm of ™, is another
 * name.
 */
final class TypedCharacters {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 UTS46 =
      Normalizer2.getInstance(null, "uts46", Normalizer2.Mode.COMPOSE);

  /** Hyphen bullet and modifier minus: dashes to the eye, though not to Unicode. */
  private static final ImmutableSet<Integer> MORE_DASHES = ImmutableSet.of(0x2043, 0x02D7);

  /** Grave and acute accent, primes and ornaments: quotes to whoever types them. */
  private static final ImmutableSet<Integer> MORE_QUOTES =
      ImmutableSet.of(
          0x60, 0xB4, 0x2032, 0x2033, 0x2034, 0x2035, 0x2036, 0x2037, 0x275B, 0x275C, 0x275D,
          0x275E, 0x275F, 0x2760);

  private static final String AROUND = "()<>[]{},;:!?|";

  private TypedCharacters() {}

  /** The first one, as typed, that IDNA 2008 lets no label have. */
  static OptionalInt excludedFrom(String name) {
    Set<Integer> excluded =
        NFC.normalize(plain(name))
            .codePoints()
            .filter(c -> c != '.' && DerivedProperty.isExcluded(c))
            .boxed()
            .collect(Collectors.toSet());
    if (excluded.isEmpty()) {
      return OptionalInt.empty();
    }
    var typed =
        name.codePoints()
            .filter(c -> plain(Character.toString(c)).codePoints().anyMatch(excluded::contains))
            .findFirst();
    return typed.isPresent() ? typed : OptionalInt.of(excluded.iterator().next());
  }

  private static String plain(String text) {
    var plain = new StringBuilder();
    text.codePoints().forEach(c -> plain.append(plain(c)));
    return plain.toString();
  }

  private static String plain(int c) {
    String itself = Character.toString(c);
    if (c == 0x3002) {
      return ".";
    } else if (UTS46.normalize(itself).isEmpty()) {
      return ""; // nothing that is seen, such as a soft hyphen
    }
    int type = UCharacter.getIntPropertyValue(c, UProperty.DECOMPOSITION_TYPE);
    if (type == DecompositionType.WIDE || type == DecompositionType.NARROW) {
      String usual = NFKC.normalize(itself);
      return usual.equals("\u3002") ? "." : plain(usual.codePointAt(0));
    }
    // not of Cherokee, whose plain letters are the capital ones
    return DerivedProperty.isExcluded(c) ? Character.toString(UCharacter.toLowerCase(c)) : itself;
  }

  static Idna.Fault faultOf(int c) {
    if (Idna.isSpace(c)) {
      return Idna.Fault.SPACE;
    }
    // the fullwidth forms are the same characters to the one who typed them
    return switch (NFKC.normalize(Character.toString(c))) {
      case "*" -> Idna.Fault.WILDCARD;
      case "_" -> Idna.Fault.UNDERSCORE;
      default -> faultOfOther(c);
    };
  }

  private static Idna.Fault faultOfOther(int c) {
    if (!Characters.isVisible(c)) {
      return Idna.Fault.CONTROL;
    } else if (isDash(c)) {
      return Idna.Fault.DASH;
    } else if (isQuote(c)) {
      return Idna.Fault.QUOTE;
    }
    // what a keyboard has is no letter of any script
    return plain(c).codePoints().allMatch(p -> p < 0x80)
        ? Idna.Fault.CHARACTER
        : Idna.Fault.BEYOND_IDNA;
  }

  /** Whether it stands between the names of a list. */
  static boolean isSeparator(int c) {
    return Idna.isSpace(c) || ",;|\u3001\uFF0C\uFF1B".indexOf(c) >= 0;
  }

  /**
   * What was probably meant: with plain hyphens, without quotes, spaces and what encloses a name in
   * a text. It need not be a name.
   */
  static String repaired(String name) {
    var repaired = new StringBuilder();
    name.codePoints()
        .filter(c -> !isQuote(c) && !Idna.isSpace(c))
        .map(c -> isDash(c) ? '-' : c)
        .forEach(repaired::appendCodePoint);
    int from = 0;
    int to = repaired.length();
    while (from < to && AROUND.indexOf(repaired.charAt(from)) >= 0) {
      from++;
    }
    while (from < to && AROUND.indexOf(repaired.charAt(to - 1)) >= 0) {
      to--;
    }
    return repaired.substring(from, to).replace(',', '.');
  }

  private static boolean isDash(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.DASH) || MORE_DASHES.contains(c);
  }

  private static boolean isQuote(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.QUOTATION_MARK) || MORE_QUOTES.contains(c);
  }
}
