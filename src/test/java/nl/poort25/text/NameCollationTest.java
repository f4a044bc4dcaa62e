package nl.poort25.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCollationTest {
  /** Byte by byte, as the databases do. */
  private static final Comparator<String> BYTEWISE = Comparator.naturalOrder();

  @Test
  void sortsAsPeopleRead() {
    var read =
        List.of(
            "cafe.example",
            "café.example",
            "caffeine.example",
            "straat.example",
            "straße.example",
            "strasser.example",
            "zee.example",
            "čad.example".replace("č", "zz"),
            "λόγος.example");
    var sorted = new ArrayList<>(read);
    Collections.shuffle(sorted);
    sorted.sort(Comparator.comparing(NameCollation::key, BYTEWISE));
    assertEquals(read, sorted);
  }

  @Test
  void aNameOfPlainLettersIsItsOwnKey() {
    assertEquals("xn--mgba3a4f16a.example", NameCollation.key("xn--mgba3a4f16a.example"));
    assertEquals("klant-1.nl", NameCollation.key("klant-1.nl"));
  }

  @ParameterizedTest
  @CsvSource({
    "caf, café-de-kade.example, true",
    "café, café-de-kade.example, true",
    "cafe, café-de-kade.example, true",
    "CAFÉ, café-de-kade.example, true",
    "cafe\u0301, café-de-kade.example, true",
    "cafes, café-de-kade.example, false",
    "münchen, münchen.example, true",
    "munch, münchen.example, true",
    "strasse, straße.example, true",
    "straß, strasse.example, true",
    "中, 中国.example, true",
    "中国a, 中国.example, false",
    "\uD840\uDC00, \uD840\uDC00a.example, true",
    "kl, lk.example, false"
  })
  void findsByTheBeginningOfWhatIsRead(String typed, String name, boolean found) {
    String from = NameCollation.fold(typed);
    String key = NameCollation.key(name);
    boolean inRange =
        BYTEWISE.compare(key, from) >= 0 && BYTEWISE.compare(key, NameCollation.behind(from)) < 0;
    assertEquals(found, inRange, from + " .. " + NameCollation.behind(from) + ": " + key);
  }

  @Test
  void whatStandsBehindABeginningIsNoHalfCharacter() {
    assertEquals("ah", NameCollation.behind("ag"));
    assertEquals("a\ue000", NameCollation.behind("a\ud7ff"));
    assertTrue(NameCollation.behind("\uD840\uDC00").codePointCount(0, 2) == 1);
  }
}
