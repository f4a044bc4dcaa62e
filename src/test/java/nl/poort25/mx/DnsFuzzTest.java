package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Bytes that lie: whatever comes, a lookup ends in an answer. */
class DnsFuzzTest {
  private static final int RESPONSES = 10_000;

  @Test
  void givesAnAnswerWhateverComes() {
    var random = new Random(25);
    Map<String, Integer> seen = new TreeMap<>();
    try (var server = TestDns.start()) {
      server.name("klant.example", "A 192.0.2.1", "AAAA 2001:db8::1", "TXT \"a\"", "MX 10 b.c");
      server.name("alias.example", "CNAME klant.example").name("empty.example");
      var names = new String[] {"klant.example", "alias.example", "empty.example", "no.example"};
      for (String name : names) {
        server.script(name, (query, answer, wire, overTcp) -> spoilt(wire, random));
      }
      var dns = new DnsJava(server.address(), Duration.ofMillis(50), 1);
      for (int i = 0; i < RESPONSES; i++) {
        String name = names[i % names.length];
        DnsAnswer<?> answer =
            switch (i / names.length % 3) {
              case 0 -> dns.mx(name).join();
              case 1 -> dns.txt(name).join();
              default -> dns.addresses(name);
            };
        seen.merge(answer.getClass().getSimpleName(), 1, Integer::sum);
      }
      assertEquals(RESPONSES, seen.values().stream().mapToInt(Integer::intValue).sum());
      assertEquals(4, seen.size(), seen::toString);
      assertTrue(server.askedOverUdp() + server.askedOverTcp() >= RESPONSES);
    }
  }

  private static synchronized byte[] spoilt(byte[] wire, Random random) {
    byte[] bytes = wire.clone();
    switch (random.nextInt(20)) {
      case 0 -> bytes = Arrays.copyOf(bytes, 2 + random.nextInt(bytes.length - 1));
      case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(2000));
      case 2 -> {
        bytes = new byte[2 + random.nextInt(600)];
        random.nextBytes(bytes);
        System.arraycopy(wire, 0, bytes, 0, 2);
      }
      default -> {
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
          bytes[2 + random.nextInt(bytes.length - 2)] = (byte) random.nextInt(256);
        }
      }
    }
    return bytes;
  }
}
