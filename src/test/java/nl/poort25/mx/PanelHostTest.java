package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelHostTest {
  /** Host@zone for each zone, the likely one first; ! for what was seen, + for one of its own. */
  @ParameterizedTest
  @CsvSource({
    "klant.nl, , @/klant.nl",
    "klant.co.uk, , @/klant.co.uk",
    "klant.example, , @/klant.example",
    "klant.nieuwetop, , @/klant.nieuwetop",
    "deel.polderbloemen.example, , deel/polderbloemen.example @/deel.polderbloemen.example+",
    "a.b.klant.nl, , a.b/klant.nl @/a.b.klant.nl+",
    "deel.klant.co.uk, , deel/klant.co.uk @/deel.klant.co.uk+",
    // under a private suffix it is mostly a zone of its own, but need not be
    "klant.demon.nl, , @/klant.demon.nl+ klant/demon.nl",
    "a.klant.demon.nl, , a/klant.demon.nl a.klant/demon.nl @/a.klant.demon.nl+",
    // what the SOA said comes first
    "deel.polderbloemen.example, polderbloemen.example,"
        + " deel/polderbloemen.example! @/deel.polderbloemen.example+",
    "deel.polderbloemen.example, deel.polderbloemen.example,"
        + " @/deel.polderbloemen.example!+ deel/polderbloemen.example",
    "a.b.klant.nl, b.klant.nl, a/b.klant.nl! a.b/klant.nl @/a.b.klant.nl+",
    "klant.demon.nl, demon.nl, klant/demon.nl! @/klant.demon.nl+",
    // of a name that does not exist the registry says so, or the root: no zone of the partner's
    "klant.nl, nl, @/klant.nl",
    "deel.klant.nl, nl, deel/klant.nl @/deel.klant.nl+",
    "deel.klant.example, '', deel/klant.example @/deel.klant.example+",
    "deel.klant.co.uk, co.uk, deel/klant.co.uk @/deel.klant.co.uk+",
    "deel.klant.nl, elders.nl, deel/klant.nl @/deel.klant.nl+",
    // held before the list had it as a suffix
    "demon.nl, , @/demon.nl",
    "co.uk, , @/co.uk"
  })
  void goesWithEachZoneThatTheNameCanLieIn(String name, String seen, String hosts) {
    assertEquals(hosts, said(name, seen, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "klant.nl, _poort25/klant.nl",
    "deel.klant.nl, _poort25.deel/klant.nl _poort25/deel.klant.nl+"
  })
  void goesForALabelBeforeTheNameToo(String name, String hosts) {
    assertEquals(hosts, said(name, null, "_poort25"));
    assertEquals(
        hosts,
        new ProofRecord(name, "0123456789abcdef")
            .panelHosts(null).stream().map(PanelHostTest::said).collect(Collectors.joining(" ")));
  }

  private static String said(String name, String seen, String label) {
    return PanelHost.of(name, seen, label).stream()
        .map(PanelHostTest::said)
        .collect(Collectors.joining(" "));
  }

  private static String said(PanelHost host) {
    return host.host() + "/" + host.zone() + (host.seen() ? "!" : "") + (host.own() ? "+" : "");
  }
}
