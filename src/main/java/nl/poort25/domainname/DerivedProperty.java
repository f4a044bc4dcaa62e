package nl.poort25.domainname;

import com.google.common.collect.ImmutableSet;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.HangulSyllableType;
import com.ibm.icu.lang.UCharacter.UnicodeBlock;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * The derived property of a code point in IDNA 2008 (RFC 5892 chapter 3), computed from the Unicode
 * properties. UTS 46 is wider: it also allows dashes, quotes and emoji.
 */
enum DerivedProperty {
  PVALID,
  CONTEXTJ,
  CONTEXTO,
  DISALLOWED,
  UNASSIGNED;

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  /** Of 2.6: what the properties would get wrong. */
  private static final ImmutableSet<Integer> PVALID_BY_NAME =
      ImmutableSet.of(0x00DF, 0x03C2, 0x06FD, 0x06FE, 0x0F0B, 0x3007);

  private static final ImmutableSet<Integer> CONTEXTO_BY_NAME =
      ImmutableSet.of(0x00B7, 0x0375, 0x05F3, 0x05F4, 0x30FB);

  private static final ImmutableSet<Integer> DISALLOWED_BY_NAME =
      ImmutableSet.of(
          0x0640, 0x07FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B);

  /** Of 2.4. */
  private static final ImmutableSet<UnicodeBlock> IGNORABLE_BLOCKS =
      ImmutableSet.of(
          UnicodeBlock.COMBINING_MARKS_FOR_SYMBOLS,
          UnicodeBlock.MUSICAL_SYMBOLS,
          UnicodeBlock.ANCIENT_GREEK_MUSICAL_NOTATION);

  static DerivedProperty of(int c) {
    if (PVALID_BY_NAME.contains(c)) {
      return PVALID;
    } else if (CONTEXTO_BY_NAME.contains(c) || isArabicDigit(c)) {
      return CONTEXTO;
    } else if (DISALLOWED_BY_NAME.contains(c)) {
      return DISALLOWED;
    } else if (isUnassigned(c)) {
      return UNASSIGNED;
    } else if (isLetterDigitHyphen(c)) {
      return PVALID;
    } else if (UCharacter.hasBinaryProperty(c, UProperty.JOIN_CONTROL)) {
      return CONTEXTJ;
    }
    boolean valid = !isUnstable(c) && !isIgnorable(c) && !isOldHangulJamo(c) && isLetterOrDigit(c);
    return valid ? PVALID : DISALLOWED;
  }

  /** Whether no label may have it, whatever stands beside it. */
  static boolean isExcluded(int c) {
    var property = of(c);
    return property == DISALLOWED || property == UNASSIGNED;
  }

  private static boolean isArabicDigit(int c) {
    return (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
  }

  private static boolean isUnassigned(int c) {
    return UCharacter.getType(c) == UCharacterCategory.UNASSIGNED
        && !UCharacter.hasBinaryProperty(c, UProperty.NONCHARACTER_CODE_POINT);
  }

  private static boolean isLetterDigitHyphen(int c) {
    return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  }

  private static boolean isUnstable(int c) {
    String itself = Character.toString(c);
    return !NFKC.normalize(UCharacter.foldCase(NFKC.normalize(itself), true)).equals(itself);
  }

  private static boolean isIgnorable(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        || UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE)
        || UCharacter.hasBinaryProperty(c, UProperty.NONCHARACTER_CODE_POINT)
        || IGNORABLE_BLOCKS.contains(UnicodeBlock.of(c));
  }

  private static boolean isOldHangulJamo(int c) {
    int type = UCharacter.getIntPropertyValue(c, UProperty.HANGUL_SYLLABLE_TYPE);
    return type == HangulSyllableType.LEADING_JAMO
        || type == HangulSyllableType.VOWEL_JAMO
        || type == HangulSyllableType.TRAILING_JAMO;
  }

  private static boolean isLetterOrDigit(int c) {
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.LOWERCASE_LETTER,
          UCharacterCategory.UPPERCASE_LETTER,
          UCharacterCategory.OTHER_LETTER,
          UCharacterCategory.MODIFIER_LETTER,
          UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.COMBINING_SPACING_MARK,
          UCharacterCategory.DECIMAL_DIGIT_NUMBER ->
          true;
      default -> false;
    };
  }
}
