package nl.poort25.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.poort25.imports.CsvFile;
import nl.poort25.imports.LineFault;
import nl.poort25.it.Mutations;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Test;

/** Whatever is in the files that staff uploads, each fault is told with its line, and soon. */
class FileFuzzTest {
  private static final int INPUTS = Trials.of(20_000);

  private static final String CONNECTIONS =
      """
      reference;kind;partner;customer;site;addresses
      ZAK-1;business line;Polder Networks;;Almere;192.0.2.16/29
      ZAK-2;colocation;Polder Networks;;;2001:db8:25:500::/56 198.51.100.32/28
      """;

  private static final String DELEGATED =
      """
      2|ripencc|20261127|3|19830705|20261126|+0100
      ripencc|NL|ipv4|192.0.2.0|256|20110811|allocated|holder-1
      ripencc|NL|ipv6|2001:db8:25::|48|20110811|allocated|holder-1
      ripencc|NL|ipv4|198.51.100.0|128|20110811|assigned|holder-1
      """;

  private static void each(List<byte[]> seeds, Function<String, List<LineFault>> reader) {
    var mutations = new Mutations(25);
    int good = 0;
    int faulty = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = new String(mutations.of(seeds), UTF_8);
      var faults = assertTimeout(Duration.ofSeconds(2), () -> reader.apply(text));
      good += faults.isEmpty() ? 1 : 0;
      faulty += faults.isEmpty() ? 0 : 1;
      assertTrue(
          faults.stream().noneMatch(f -> f.what().key().equals("network.upload.unreadable")),
          () -> "a reader failed without saying why: " + faults);
    }
    assertTrue(good > 0 && faulty > 0, good + " good, " + faulty + " faulty");
  }

  @Test
  void ofConnections() {
    var seeds = new ArrayList<>(Mutations.cases("csv"));
    seeds.add(CONNECTIONS.getBytes(UTF_8));
    each(seeds, text -> ConnectionFile.read(text).faults());
  }

  @Test
  void ofPrefixes() {
    var seeds = new ArrayList<>(Mutations.cases("net"));
    seeds.add(DELEGATED.getBytes(UTF_8));
    each(seeds, text -> PrefixFile.read(text, "holder-1").faults());
  }

  @Test
  void aLongRunOfHyphensEndsSoon() {
    String line = "inetnum: " + "-".repeat(250_000) + " a b\nstatus: ALLOCATED PA\n";
    var read = assertTimeout(Duration.ofSeconds(2), () -> PrefixFile.read(line, ""));
    assertEquals(1, read.faults().size());
  }

  /** A pattern that looks from each of them to the end of the line would never be done. */
  @Test
  void aMegabyteOfSpacesEndsSoon() {
    for (String much :
        List.of(" ", "\u00a0", "\t", ";", "\"\"", "- ", ",", "\n", "=\"", "\u200b")) {
      String cell = much.repeat(900_000 / much.length()) + "x";
      for (String text : List.of(cell, CONNECTIONS + "A;colocation;P;;;" + cell, "sep=;" + cell)) {
        assertTimeout(Duration.ofSeconds(8), () -> ConnectionFile.read(text), much);
      }
    }
  }

  @Test
  void whatNoReaderForesawIsTheFaultOfItsRowAlone() {
    var file =
        CsvFile.read(
            "a;b\n1;2\n3;4\n5;6\n",
            List.of("a", "b"),
            CsvFile.Fault.HEADER,
            row -> {
              if (row.get("a").equals("3")) {
                throw new UnsupportedOperationException("1101 digits");
              }
              return row.get("a");
            });
    assertEquals(List.of("1", "5"), file.entries());
    assertEquals(List.of(3), file.faults().stream().map(LineFault::line).toList());
  }
}
