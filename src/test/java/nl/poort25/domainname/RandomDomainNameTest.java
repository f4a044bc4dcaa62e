package nl.poort25.domainname;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import nl.poort25.web.MalformedInput;
import org.junit.jupiter.api.Test;

class RandomDomainNameTest {
  /** What names, and things that look like them, are made of. */
  private static final String[] PIECES = {
    "a",
    "B",
    "z",
    "0",
    "9",
    "-",
    "--",
    ".",
    "..",
    "_",
    "*",
    "@",
    ":",
    "/",
    "[",
    "]",
    "%",
    " ",
    "\n",
    "\0",
    "xn--",
    "XN--",
    "bcher-kva",
    "p1ai",
    "klant",
    "www.",
    "nl",
    ".nl",
    ".com",
    ".co.uk",
    ".demon.nl",
    ".example",
    "http://",
    "mailto:",
    "ü",
    "ß",
    "ẞ",
    "ς",
    "é",
    "e\u0301",
    "א",
    "١",
    "۱",
    "·",
    "。",
    "．",
    "ｌ",
    "㎏",
    "ﬀ",
    "≠",
    "\u200B",
    "\u200C",
    "\u200D",
    "\u00AD",
    "\u202E",
    "\uFEFF",
    "\uFFFD",
    "\uD800",
    "\uDC00",
    "💩",
    "\u0338",
    "\u0E33",
    "한",
    "公司",
    "İ",
    "ı",
    "127.0.0.1",
    "::1"
  };

  @Test
  void anyCharactersGiveANameThatParsesToItselfOrAreRefused() {
    RandomText.ofAnyCharacters().forEach(RandomDomainNameTest::holdsFor);
  }

  @Test
  void likelyCharactersGiveANameThatParsesToItselfOrAreRefused() {
    long names =
        RandomText.of(PIECES, 6)
            .flatMap(typed -> Stream.of(typed, typed + ".example"))
            .filter(RandomDomainNameTest::holdsFor)
            .count();
    assertTrue(names > RandomText.TIMES / 50, "only " + names + " names, too few to mean anything");
  }

  private static boolean holdsFor(String typed) {
    try {
      DomainName name = DomainName.parse(typed);
      assertTrue(name.toString().matches("[a-z0-9.-]{3,253}"), name::toString);
      assertEquals(name, DomainName.parse(name.toString()));
      assertEquals(name, DomainName.parse(name.unicode()));
      DomainName top = name.top();
      assertTrue(name.equals(top) ? name.ancestors().isEmpty() : name.ancestors().contains(top));
      assertTrue(name.ancestors().stream().allMatch(name::isUnder));
      return true;
    } catch (MalformedInput e) {
      String found = (String) e.text().arguments().get(0);
      assertTrue(e.text().key().startsWith("registration.name."), e.text().key());
      assertTrue(found.length() <= 81, e.text().key());
      assertFalse(found.chars().anyMatch(c -> c >= 0x202A && c <= 0x202E), e.text().key());
      if (!e.suggestion().isEmpty()) {
        assertEquals(e.suggestion(), DomainName.parse(e.suggestion()).unicode());
      }
      return false;
    }
  }
}
