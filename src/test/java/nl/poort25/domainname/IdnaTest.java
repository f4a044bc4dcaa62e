package nl.poort25.domainname;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nl.poort25.domainname.Idna.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of UTS 46 and its validity criteria, with vectors of our own. */
class IdnaTest {
  @ParameterizedTest
  @CsvSource({
    // map: case, width, composition, what is left out, the other full stops
    "KLANT.nl, klant.nl",
    "Ünie.example, xn--nie-goa.example",
    "ｋｌａｎｔ.nl, klant.nl",
    "kla\u00ADnt\u200B\u2060\uFEFF.nl, klant.nl",
    "a\u3002b\uFF0Ec\uFF61nl, a.b.c.nl",
    "u\u0308nie.example, xn--nie-goa.example",
    // not transitional: these four stay what they are
    "straße.example, xn--strae-oqa.example",
    "STRAẞE.example, xn--strae-oqa.example",
    "βόλος.example, xn--nxasmm1c.example",
    "ශ්\u200Dරී.example, xn--10cl1a0b660p.example",
    "نامه\u200Cای.example, xn--mgba3gch31f060k.example",
    // contextual rules of RFC 5892 that hold
    "l·l.example, xn--ll-0ea.example",
    "͵α.example, xn--wva4j.example",
    "א׳.example, xn--4db4e.example",
    "א״.example, xn--4db6e.example",
    "カ・カ.example, xn--lcka3v.example",
    "ا٠.example, xn--mgb8i.example",
    "ا۰.example, xn--mgb61b.example",
    // bidi (RFC 5893)
    "אב1.example, xn--1-zhcd.example",
    // A-labels stay, in lower case
    "XN--NIE-GOA.example, xn--nie-goa.example",
    "xn--strae-oqa.example, xn--strae-oqa.example",
    // lengths, and the root
    "klant.nl., klant.nl"
  })
  void converts(String typed, String ascii) throws Idna.Refused {
    assertEquals(ascii, Idna.toAscii(typed));
  }

  @ParameterizedTest
  @CsvSource({
    // 1: composed; A-labels must be
    "xn--bucher-xyd.example, BOGUS_XN",
    // 2, 3: hyphens
    "ab--c.example, HYPHENS_3_4",
    "üb--c.example, HYPHENS_3_4",
    "xn--ab---3ra.example, HYPHENS_3_4",
    "-ü.example, LEADING_HYPHEN",
    "xn----eha.example, LEADING_HYPHEN",
    "ü-.example, TRAILING_HYPHEN",
    "xn----dha.example, TRAILING_HYPHEN",
    // 4: no dot within a label
    "xn--a.-yka.example, BOGUS_XN",
    // 5: no combining mark first
    "a.\u0301a.example, IDN_RULES",
    "xn--a-wbb.example, BOGUS_XN",
    // 6: each code point is valid; in A-labels, mapped already
    "xn--bcher-2pa.example, BOGUS_XN",
    "xn--ss-h1t.example, BOGUS_XN",
    "xn--a-v49h.example, BOGUS_XN",
    "a\u0378.example, CONTROL",
    // 7: joiners in context
    "a\u200Db.example, IDN_RULES",
    "a\u200Cb.example, IDN_RULES",
    "xn--ab-m1t.example, IDN_RULES",
    // the same of RFC 5892 for punctuation and digits
    "a·b.example, IDN_RULES",
    "xn--ab-0ea.example, IDN_RULES",
    "͵a.example, IDN_RULES",
    "a׳.example, IDN_RULES",
    "a・b.example, IDN_RULES",
    "ا٠۰.example, IDN_RULES",
    // 8: bidi
    "1א.example, IDN_RULES",
    "אa.example, IDN_RULES",
    "xn--1a-uld.example, IDN_RULES",
    "אב.1b, IDN_RULES",
    // Punycode that is none, or of nothing
    "xn--.example, BOGUS_XN",
    "xn--klant-.example, BOGUS_XN",
    "xn--999999999.example, BOGUS_XN",
    "xn--ü.example, BOGUS_XN",
    // letters, digits and hyphen (UseSTD3ASCIIRules)
    "a_b.example, UNDERSCORE",
    "a!b.example, CHARACTER",
    // empty labels
    "a..example, EMPTY_LABEL",
    ".example, EMPTY_LABEL"
  })
  void refuses(String typed, Fault fault) {
    assertEquals(fault, assertThrows(Idna.Refused.class, () -> Idna.toAscii(typed)).fault());
  }

  @Test
  void countsLengthsInALabels() throws Idna.Refused {
    String longest = "ü" + "a".repeat(55); // 63 as an A-label
    assertEquals(63, Idna.toAscii(longest).length());
    assertEquals(
        Fault.LABEL_TOO_LONG,
        assertThrows(Idna.Refused.class, () -> Idna.toAscii(longest + "a")).fault());
    String name = "a.".repeat(126) + "b";
    assertEquals(name, Idna.toAscii(name));
    assertEquals(
        Fault.TOO_LONG, assertThrows(Idna.Refused.class, () -> Idna.toAscii("c" + name)).fault());
  }

  @Test
  void showsReadersNoLabelThatOnlyLooksLikeAName() {
    assertEquals("bücher.example", Idna.display("xn--bcher-kva.example"));
    assertEquals("xn--i-7iq.ws", Idna.display("xn--i-7iq.ws"));
    assertEquals("i❤.ws", Idna.toUnicode("xn--i-7iq.ws"));
  }
}
