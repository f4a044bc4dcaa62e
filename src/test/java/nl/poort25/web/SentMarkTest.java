package nl.poort25.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentMarkTest {
  private static Optional<String> in(String end) {
    return SentMark.in(end.getBytes(UTF_8));
  }

  @Test
  void isFoundAtTheEndOfAForm() {
    assertEquals(Optional.of("sealed:1:a+/="), in("x=1&form-mark=sealed%3A1%3Aa%2B%2F%3D"));
    assertEquals(Optional.of("abc"), in("form-mark=abc&after=2"));
    assertEquals(Optional.empty(), in("x=form-mark&y=form-mark%3Dabc"));
    assertEquals(Optional.empty(), in("x=1&form-mark="));
    assertEquals(Optional.empty(), in("x=1&form-mark=%zz"));
    assertEquals(Optional.empty(), in(""));
  }

  @Test
  void isFoundInTheLastPart() {
    String part =
        "\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\nsealed:1:a+/=\r\n--x--\r\n";
    assertEquals(Optional.of("sealed:1:a+/="), in("y\r\n--x" + part.formatted("form-mark")));
    assertEquals(Optional.empty(), in("y\r\n--x" + part.formatted("other")));
  }
}
