package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolversTest {

  @ParameterizedTest
  @ValueSource(strings = {"a b", "[::1", "127.0.0.1:99999", "127.0.0.1:x", ",", "no.invalid:53"})
  void refusesResolversThatItCannotRead(String resolvers) {
    assertThrows(IllegalArgumentException.class, () -> Resolvers.parse(resolvers));
  }

  @Test
  void readsAListOfResolvers() {
    assertEquals(
        "[/127.0.0.1:5353, /[2001:db8:0:0:0:0:0:1]:53, /192.0.2.1:53]",
        Resolvers.parse("127.0.0.1:5353, [2001:db8::1], 192.0.2.1").toString());
    assertTrue(Resolvers.parse("").size() >= 1);
  }
}
