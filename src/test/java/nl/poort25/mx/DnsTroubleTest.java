package nl.poort25.mx;

import static nl.poort25.mx.Answers.cause;
import static nl.poort25.mx.Answers.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.poort25.it.Eventually;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.DnsAnswer.Found;
import nl.poort25.mx.DnsAnswer.NoData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

class DnsTroubleTest {
  private final TestDns server = TestDns.start();
  private final Dns dns = new DnsJava(server.address(), Duration.ofSeconds(5), 2);
  private final Dns hasty = new DnsJava(server.address(), Duration.ofMillis(100), 2);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void givesUpOnAliasesThatEndNowhere() {
    server.name("a.example", "CNAME b.example").name("b.example", "CNAME a.example");
    assertEquals(Cause.TOO_MANY_ALIASES, cause(dns.mx("a.example").join()));
  }

  @ParameterizedTest
  @CsvSource({"8, true", "9, false"})
  void followsNoMoreAliasesThanEight(int aliases, boolean followed) {
    for (int i = 0; i < aliases; i++) {
      server.name("a" + i + ".example", "CNAME a" + (i + 1) + ".example");
    }
    server.name("a" + aliases + ".example", "MX 10 a.example");
    assertEquals(followed, dns.mx("a0.example").join() instanceof Found);
  }

  @Test
  void fallsBackToTcp() {
    server.name("klant.example", "MX 10 a.example").script("klant.example", Script.TRUNCATED);
    assertEquals(1, found(dns.mx("klant.example").join()).records().size());
    assertEquals(1, server.askedOverTcp());
  }

  @ParameterizedTest
  @CsvSource({"50, true", "100, true", "101, false"})
  void readsSetsOfAtMostAHundredRecords(int size, boolean read) {
    server.name(
        "klant.example",
        IntStream.range(0, size)
            .mapToObj(i -> "MX 30 mx.host-" + i + ".example")
            .toArray(String[]::new));
    if (read) {
      assertEquals(size, found(dns.mx("klant.example").join()).records().size());
    } else {
      assertEquals(Cause.TOO_MANY_RECORDS, cause(dns.mx("klant.example").join()));
    }
    assertEquals(1, server.askedOverTcp());
  }

  @Test
  void tellsWhyThereIsNoAnswer() {
    server.name("klant.example", "MX 10 a.example");
    assertEquals(Cause.SERVFAIL, causeWith(dns, Script.SERVFAIL));
    assertEquals(Cause.REFUSED, causeWith(dns, Script.REFUSED));
    assertEquals(Cause.LAME, causeWith(dns, Script.LAME));
    assertEquals(Cause.OTHER, causeWith(dns, Script.rcode(Rcode.NOTAUTH)));
    assertEquals(Cause.MALFORMED, causeWith(dns, Script.GARBAGE));
    assertEquals(Cause.MALFORMED, causeWith(dns, Script.LYING_COUNT));
    assertEquals(Cause.MALFORMED, causeWith(dns, Script.LYING_RECORD_LENGTH));
    assertEquals(Cause.MALFORMED, causeWith(dns, Script.LYING_TCP_LENGTH));
    assertEquals(Cause.MALFORMED, causeWith(dns, Script.SHORT_TCP_LENGTH));
    assertEquals(Cause.TIMEOUT, causeWith(hasty, Script.SILENT));
    assertEquals(Cause.TIMEOUT, causeWith(hasty, Script.SILENT_OVER_TCP));
    assertEquals(Cause.TIMEOUT, causeWith(hasty, Script.WRONG_ID));
  }

  @Test
  void takesAReferralForNoAnswer() {
    server.name("klant.example").script("klant.example", Script.REFERRAL);
    assertEquals(Cause.LAME, cause(dns.mx("klant.example").join()));
  }

  @Test
  void doesNotBelieveAnAnswerToAnotherQuestion() {
    server.name("klant.example", "MX 10 a.example");
    assertEquals(
        Cause.MALFORMED,
        causeWith(
            dns,
            (query, answer, wire, overTcp) -> {
              wire[13] ^= 1; // the first letter of the name
              return wire;
            }));
  }

  @Test
  void doesNotBelieveRecordsOfAnotherName() {
    server.name("klant.example", "MX 10 a.example").name("other.example", "MX 10 b.example");
    server.script(
        "klant.example",
        (query, answer, wire, overTcp) -> {
          var stray = answer.getSection(Section.ANSWER).get(0).withName(Name.root);
          answer.removeAllRecords(Section.ANSWER);
          answer.addRecord(stray, Section.ANSWER);
          return answer.toWire();
        });
    assertEquals(new NoData<>("klant.example", Optional.empty()), dns.mx("klant.example").join());
  }

  @Test
  void doesNotBelieveRecordsOfANameThatIsSaidNotToExist() {
    server.name("klant.example", "MX 10 a.example");
    assertEquals(
        Cause.MALFORMED,
        causeWith(
            dns,
            (query, answer, wire, overTcp) -> {
              wire[3] |= Rcode.NXDOMAIN;
              return wire;
            }));
  }

  @Test
  void takesATtlWithTheTopBitForZero() {
    server.name("klant.example", "MX 10 a.example");
    server.script(
        "klant.example",
        (query, answer, wire, overTcp) -> {
          wire[12 + query.getQuestion().getName().length() + 4 + 6] = (byte) 0x80;
          return wire;
        });
    assertEquals(Duration.ZERO, found(dns.mx("klant.example").join()).ttl());
  }

  @Test
  void triesAgainWhenNothingCame() {
    server.name("klant.example", "MX 10 a.example").script("klant.example", once(Script.SILENT));
    assertEquals(1, found(hasty.mx("klant.example").join()).records().size());
    assertEquals(2, server.askedOverUdp());
  }

  @Test
  void doesNotAskAgainWhoSaidNo() {
    server.name("klant.example", "MX 10 a.example").script("klant.example", Script.SERVFAIL);
    dns.mx("klant.example").join();
    assertEquals(1, server.askedOverUdp());
  }

  @Test
  void asksWithoutEdnsWhoDoesNotKnowIt() {
    server.name("klant.example", "MX 10 a.example");
    server.script(
        "klant.example",
        (query, answer, wire, overTcp) ->
            (query.getOPT() == null ? Script.HONEST : Script.rcode(Rcode.FORMERR))
                .reply(query, answer, wire, overTcp));
    assertEquals(1, found(dns.mx("klant.example").join()).records().size());
  }

  @Test
  void asksTheNextResolver() {
    server.name("klant.example", "MX 10 a.example");
    try (var first = TestDns.start()) {
      var both = new DnsJava(first.address() + ", " + server.address(), Duration.ofSeconds(5), 1);
      first.script("klant.example", Script.REFUSED);
      assertEquals(1, found(both.mx("klant.example").join()).records().size());
      server.script("klant.example", Script.SERVFAIL);
      assertEquals(Cause.SERVFAIL, cause(both.mx("klant.example").join()));
    }
  }

  @Test
  void asksManyAtATimeOfWhomATenthIsSilent() {
    var asked = new ArrayList<CompletableFuture<DnsAnswer<MxRecord>>>();
    for (int i = 0; i < 300; i++) {
      String name = "klant" + i + ".example";
      server.name(name, "MX " + i + " a.example");
      server.script(name, i % 10 == 0 ? Script.SILENT : i % 10 == 1 ? Script.TRUNCATED : null);
    }
    var patient = new DnsJava(server.address(), Duration.ofSeconds(3), 1);
    for (int i = 0; i < 300; i++) {
      asked.add(patient.mx("klant" + i + ".example"));
    }
    // those of earlier tests may not have ended yet; with one for each there were hundreds
    assertTrue(threads() < 60, () -> threads() + " threads");
    for (int i = 0; i < 300; i++) {
      var answer = asked.get(i).join();
      if (i % 10 == 0) {
        assertEquals(Cause.TIMEOUT, cause(answer));
      } else {
        assertEquals(i, found(answer).records().get(0).preference());
      }
    }
    Eventually.holds("the thread ends after the last answer", () -> threads() == 0);
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("dns-transport"))
        .count();
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertEquals(
        Cause.UNREACHABLE,
        cause(
            new DnsJava("127.0.0.1:" + port, Duration.ofSeconds(5), 1).mx("klant.example").join()));
  }

  private static Script once(Script first) {
    var count = new AtomicInteger();
    return (query, answer, wire, overTcp) ->
        (count.getAndIncrement() == 0 ? first : Script.HONEST).reply(query, answer, wire, overTcp);
  }

  private Cause causeWith(Dns dns, Script script) {
    server.script("klant.example", script);
    return cause(dns.mx("klant.example").join());
  }
}
