package nl.poort25.domainname;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.poort25.web.MalformedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of RFC 5892, and what people paste. */
class DerivedPropertyTest {
  @ParameterizedTest
  @CsvSource({
    // exceptions (2.6)
    "00DF, PVALID",
    "03C2, PVALID",
    "06FD, PVALID",
    "0F0B, PVALID",
    "3007, PVALID",
    "00B7, CONTEXTO",
    "0375, CONTEXTO",
    "05F3, CONTEXTO",
    "05F4, CONTEXTO",
    "30FB, CONTEXTO",
    "0660, CONTEXTO",
    "0669, CONTEXTO",
    "06F0, CONTEXTO",
    "06F9, CONTEXTO",
    "0640, DISALLOWED",
    "07FA, DISALLOWED",
    "302E, DISALLOWED",
    "3031, DISALLOWED",
    "303B, DISALLOWED",
    // unassigned (2.10): noncharacters are not
    "0378, UNASSIGNED",
    "E0080, UNASSIGNED",
    "FDD0, DISALLOWED",
    "10FFFF, DISALLOWED",
    // letters, digits, hyphen (2.9); every other of ASCII
    "002D, PVALID",
    "0030, PVALID",
    "0061, PVALID",
    "007A, PVALID",
    "0041, DISALLOWED",
    "002E, DISALLOWED",
    "005F, DISALLOWED",
    "0022, DISALLOWED",
    "0027, DISALLOWED",
    "0060, DISALLOWED",
    "0020, DISALLOWED",
    "007F, DISALLOWED",
    // join controls (2.8)
    "200C, CONTEXTJ",
    "200D, CONTEXTJ",
    // unstable (2.2)
    "00C9, DISALLOWED",
    "FF41, DISALLOWED",
    "2122, DISALLOWED",
    "FB00, DISALLOWED",
    "1E9E, DISALLOWED",
    "017F, DISALLOWED",
    "338F, DISALLOWED",
    // ignorable properties and blocks (2.3, 2.4)
    "00AD, DISALLOWED",
    "200B, DISALLOWED",
    "FE0F, DISALLOWED",
    "034F, DISALLOWED",
    "20D0, DISALLOWED",
    "1D167, DISALLOWED",
    "1D242, DISALLOWED",
    // old Hangul (2.7)
    "1100, DISALLOWED",
    "1161, DISALLOWED",
    "11A8, DISALLOWED",
    "AC00, PVALID",
    // letters and digits (2.1), and what is neither
    "00E9, PVALID",
    "0131, PVALID",
    "0301, PVALID",
    "0903, PVALID",
    "0966, PVALID",
    "4E00, PVALID",
    "30FC, PVALID",
    "05D0, PVALID",
    "02BC, PVALID",
    "2013, DISALLOWED",
    "2764, DISALLOWED",
    "1F4A9, DISALLOWED",
    "20AC, DISALLOWED",
    "2160, DISALLOWED",
    "E000, DISALLOWED",
    "D800, DISALLOWED"
  })
  void followsEachRule(String codePoint, DerivedProperty property) {
    assertEquals(property, DerivedProperty.of(Integer.parseInt(codePoint, 16)));
  }

  /** As Unicode itself knows them; 2D is the hyphen of names, digits have an emoji form too. */
  private static UnicodeSet pasted() {
    return new UnicodeSet(
            "[[:Quotation_Mark:][:Dash:][:White_Space:][:Emoji:][:Emoji_Modifier:]"
                + "[:Regional_Indicator:][:Bidi_Control:][:Hyphen:][:Pd:][:Pi:][:Pf:][:Zs:]]")
        .removeAll(new UnicodeSet("[0-9\\-]"));
  }

  @Test
  void letsNoLabelHaveWhatIsPasted() {
    var others = new TreeSet<String>();
    for (String one : pasted()) {
      int c = one.codePointAt(0);
      if (!DerivedProperty.isExcluded(c)) {
        others.add(Integer.toHexString(c));
      }
    }
    // the Katakana middle dot counts as a hyphen to Unicode; its rule is CONTEXTO
    assertEquals(List.of("30fb"), List.copyOf(others));
    assertTrue(pasted().size() > 1500, "only " + pasted().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {".nl", ".com", ".klant.nl"})
  void refusesEachOfThemInANameThatIsTyped(String rest) {
    var taken = new TreeSet<String>();
    for (String one : pasted()) {
      try {
        String name = DomainName.parse("klant" + one + "zoon" + rest).toString();
        assertTrue(name.startsWith("klantzoon.") || name.startsWith("klant-zoon."), name);
        taken.add(Integer.toHexString(one.codePointAt(0)));
      } catch (MalformedInput e) {
        assertTrue(e.text().key().startsWith("registration.name."), e.text().key());
      }
    }
    // the soft hyphen is not seen, and the fullwidth one is the plain one of a wider keyboard
    assertEquals(List.of("ad", "ff0d"), List.copyOf(taken));
  }

  @Test
  void takesNothingThatUts46WouldMakeAnotherNameOf() {
    var mapping = Normalizer2.getInstance(null, "uts46", Normalizer2.Mode.COMPOSE);
    assertEquals(
        List.of(),
        IntStream.rangeClosed(0, UCharacter.MAX_VALUE)
            .filter(c -> !DerivedProperty.isExcluded(c))
            .filter(c -> DerivedProperty.of(c) != DerivedProperty.CONTEXTJ)
            .filter(c -> !mapping.isNormalized(Character.toString(c)))
            .mapToObj(Integer::toHexString)
            .toList());
  }
}
