package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.abuse.DeniedClient;
import nl.poort25.mailservice.Delivery;
import nl.poort25.mailservice.DeliveryMethod;
import nl.poort25.mailservice.MailServiceKind;
import nl.poort25.mailservice.ServiceInForce;
import nl.poort25.network.Cidr;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.RelayLine;
import org.junit.jupiter.api.Test;

class RelayStateTest {
  static final Map<String, List<Cidr>> REACHED =
      Map.of(
          "192.0.2.25", hosts("192.0.2.25"),
          "mail.klant.nl", hosts("2001:db8::25", "192.0.2.25", "192.0.2.26"),
          "mail.ander.nl", hosts("198.51.100.25"));

  static final List<Cidr> STORE = hosts("192.0.2.50", "2001:db8::50");

  static List<Cidr> hosts(String... addresses) {
    return Stream.of(addresses).map(Cidr::of).toList();
  }

  static ServiceInForce smtp(long id, String name, String destination) {
    return new ServiceInForce(
        id, name, true, MailServiceKind.SMTP, new Delivery(DeliveryMethod.SMTP, destination, null));
  }

  static ServiceInForce pop3(long id, String name, MailServiceKind kind, String localPart) {
    return new ServiceInForce(
        id, name, true, kind, new Delivery(DeliveryMethod.POP3, null, localPart));
  }

  static ServiceInForce box(long id, String address) {
    int at = address.indexOf('@');
    return pop3(id, address.substring(at + 1), MailServiceKind.POP3_BOX, address.substring(0, at));
  }

  static RelayFacts facts(ServiceInForce... services) {
    return new RelayFacts(List.of(services), REACHED, List.of(), STORE, null);
  }

  private static List<String> lines(ServiceInForce... services) {
    return lines(facts(services));
  }

  /** But for that of the store, which is there with any service or none. */
  private static List<String> lines(RelayFacts facts) {
    return all(facts).stream().filter(line -> !line.startsWith("store ")).toList();
  }

  private static List<String> all(RelayFacts facts) {
    return RelayState.of(facts).lines().keySet().stream().map(RelayLine::toString).toList();
  }

  @Test
  void mailOfANameGoesToWhereItsDestinationLeads() {
    assertEquals(
        List.of(
            "domain ander.nl 198.51.100.25",
            "domain klant.nl 192.0.2.25 192.0.2.26 2001:db8::25",
            "domain www.klant.nl 192.0.2.25"),
        lines(
            smtp(1, "klant.nl", "mail.klant.nl"),
            smtp(2, "www.klant.nl", "192.0.2.25"),
            smtp(3, "ander.nl", "mail.ander.nl")));
  }

  @Test
  void aNameWithoutProofOfControlIsNotRelayed() {
    var service = smtp(1, "klant.nl", "mail.klant.nl");
    var box = box(2, "info@pop.nl");
    assertEquals(
        List.of(),
        lines(
            new ServiceInForce(1, "klant.nl", false, service.kind(), service.delivery()),
            new ServiceInForce(2, "pop.nl", false, box.kind(), box.delivery())));
  }

  @Test
  void aDestinationThatDoesNotPassTakesTheNameAway() {
    assertEquals(List.of(), lines(smtp(1, "klant.nl", "intern.klant.nl")));
    assertEquals(
        List.of("domain klant.nl 198.51.100.25"),
        lines(smtp(1, "klant.nl", "intern.klant.nl"), smtp(2, "klant.nl", "mail.ander.nl")),
        "the other one of two still takes its mail");
  }

  @Test
  void twoDestinationsAreOneLine() {
    assertEquals(
        List.of("domain klant.nl 192.0.2.25 192.0.2.26 198.51.100.25 2001:db8::25"),
        lines(smtp(1, "klant.nl", "mail.klant.nl"), smtp(2, "klant.nl", "mail.ander.nl")));
  }

  @Test
  void noNameHasMoreThanTenHosts() {
    var many = IntStream.range(0, 30).mapToObj(i -> Cidr.of("192.0.2." + i)).toList();
    var facts =
        new RelayFacts(
            List.of(smtp(1, "klant.nl", "veel.nl")),
            Map.of("veel.nl", many),
            List.of(),
            List.of(),
            null);
    assertEquals(10, RelayState.of(facts).lines().firstKey().hosts().size());
  }

  @Test
  void theRecipientsAreKnownWhereThereAreBoxesOnly() {
    assertEquals(
        List.of("mailstore klant.nl", "recipient info@klant.nl", "recipient jan@klant.nl"),
        lines(box(1, "info@klant.nl"), box(2, "jan@klant.nl")));
    assertEquals(
        List.of("mailstore klant.nl"),
        lines(box(1, "info@klant.nl"), pop3(2, "klant.nl", MailServiceKind.POP3_CATCH_ALL, null)));
    assertEquals(
        List.of("mailstore klant.nl"), lines(pop3(2, "klant.nl", MailServiceKind.IRONPORT, null)));
  }

  @Test
  void somebodyReadsWhatIsSentToThePostmasterOfANameWithBoxes() {
    var boxes = List.of(box(1, "info@klant.nl"));
    var everything = List.of(pop3(2, "klant.nl", MailServiceKind.POP3_CATCH_ALL, null));
    String line = "postmaster beheer@routit.example";
    assertEquals(
        List.of("mailstore klant.nl", line, "recipient info@klant.nl"),
        lines(new RelayFacts(boxes, REACHED, List.of(), STORE, "beheer@routit.example")));
    assertEquals(
        List.of("mailstore klant.nl"),
        lines(new RelayFacts(everything, REACHED, List.of(), STORE, "beheer@routit.example")),
        "a catch-all has all");
  }

  @Test
  void aBoxThatNoTableCanNameMakesTheListUnknownRatherThanLosingItsMail() {
    assertEquals(
        List.of("mailstore klant.nl"), lines(box(1, "info@klant.nl"), box(2, "#1@klant.nl")));
  }

  @Test
  void withoutAMailStoreNothingIsKept() {
    var facts =
        new RelayFacts(List.of(box(1, "info@klant.nl")), REACHED, List.of(), List.of(), null);
    assertEquals(List.of(), all(facts));
    assertEquals(
        List.of("mailstore klant.nl", "recipient info@klant.nl", "store 192.0.2.50 2001:db8::50"),
        all(facts(box(1, "info@klant.nl"))));
  }

  @Test
  void deliveryTakesAllMailOfItsName() {
    assertEquals(
        List.of("domain klant.nl 192.0.2.25"),
        lines(box(1, "info@klant.nl"), smtp(2, "klant.nl", "192.0.2.25")));
    assertEquals(
        List.of(),
        lines(box(1, "info@klant.nl"), smtp(2, "klant.nl", "intern.klant.nl")),
        "it is not kept by the provider because a server is out of reach");
  }

  @Test
  void theClientsOfOpenCasesAreDeniedWithTheNumber() {
    var facts =
        new RelayFacts(
            List.of(),
            REACHED,
            List.of(
                new DeniedClient(Cidr.of("192.0.2.9"), 7, "AB-2026-0007"),
                new DeniedClient(Cidr.of("2001:db8::/64"), 8, "AB-2026-0008")),
            List.of(),
            null);
    assertEquals(
        List.of("deny 192.0.2.9 AB-2026-0007", "deny 2001:db8::/64 AB-2026-0008"), lines(facts));
  }

  @Test
  void eachLineSaysWhatBroughtIt() {
    var state =
        RelayState.of(
            new RelayFacts(
                List.of(smtp(4, "klant.nl", "192.0.2.25"), box(5, "a@pop.nl"), box(6, "b@pop.nl")),
                REACHED,
                List.of(new DeniedClient(Cidr.of("192.0.2.9"), 7, "AB-2026-0007")),
                STORE,
                "beheer@routit.example"));
    assertEquals(
        List.of(
            Cause.abuseCase(7),
            Cause.mailService(4),
            Cause.mailService(5),
            Cause.SETTING,
            Cause.mailService(5),
            Cause.mailService(6),
            Cause.SETTING),
        List.copyOf(state.lines().values()));
  }

  @Test
  void theSameFactsGiveTheSameBytes() {
    var services = new ArrayList<ServiceInForce>();
    for (int i = 0; i < 300; i++) {
      services.add(smtp(i, "klant" + i % 250 + ".nl", i % 2 == 0 ? "mail.klant.nl" : "192.0.2.25"));
      services.add(box(1000 + i, "info@pop" + i % 200 + ".nl"));
    }
    var one = new RelayFacts(services, REACHED, List.of(), STORE, null);
    var shuffled = new ArrayList<>(services);
    Collections.shuffle(shuffled, new Random(25));
    var other = new RelayFacts(shuffled, new HashMap<>(REACHED), List.of(), STORE, null);
    assertEquals(RelayState.of(one).lines(), RelayState.of(other).lines());
    assertEquals(
        DesiredLine.text(RelayState.of(one).lines().keySet()),
        DesiredLine.text(RelayState.of(other).lines().keySet()));
  }

  @Test
  void whatWasNotDecidedIsNoState() {
    var facts =
        new RelayFacts(
            List.of(smtp(1, "klant.nl", "192.0.2.25"), box(2, "info@pop.nl")),
            REACHED,
            List.of(new DeniedClient(Cidr.of("192.0.2.9"), 7, "AB-2026-0007")),
            STORE,
            "beheer@routit.example");
    var right = RelayState.of(facts).lines().keySet();
    RelayStateCheck.mustBeJust(right, facts);
    for (var line : right) {
      if (line.kind() != RelayLine.Kind.RECIPIENT) {
        var fewer = new TreeSet<>(right);
        fewer.remove(line);
        assertThrows(
            UnauthorisedState.class, () -> RelayStateCheck.mustBeJust(fewer, facts), "no " + line);
      }
    }
    for (String line :
        List.of(
            "domain ander.nl 192.0.2.25",
            "postmaster ander@routit.example",
            "domain klant.nl 192.0.2.26",
            "mailstore ander.nl",
            "mailstore klant.nl",
            "recipient jan@pop.nl",
            "deny 192.0.2.10 AB-2026-0007",
            "deny 192.0.2.9 AB-2026-0008",
            "store 192.0.2.51")) {
      var more = new TreeSet<>(right);
      more.add(RelayLine.parse(line));
      assertThrows(UnauthorisedState.class, () -> RelayStateCheck.mustBeJust(more, facts), line);
    }
  }
}
