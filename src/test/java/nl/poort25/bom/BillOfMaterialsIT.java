package nl.poort25.bom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bill that the build makes, against the WAR and against what is known to be vulnerable. */
@Tag(Trials.ON_ONE_DATABASE)
class BillOfMaterialsIT {
  private static final Path BILL = Path.of("target", "bom.json");

  @Test
  void namesEveryLibraryInTheWar() throws IOException {
    var billed = new TreeSet<String>();
    for (var component : Component.of(BILL)) {
      billed.add(component.name().replaceFirst(".*:", "") + "-" + component.version() + ".jar");
    }
    var missing = new TreeSet<String>();
    try (var war = new ZipFile(new File(System.getProperty("it.war")))) {
      war.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
          .map(name -> name.substring("WEB-INF/lib/".length()))
          .forEach(missing::add);
    }
    assertTrue(missing.size() > 20, () -> "libraries in the WAR: " + missing);
    missing.removeAll(billed);
    assertEquals(new TreeSet<String>(), missing, "in the WAR, and not in " + BILL);
  }

  /** With {@code -Dosv.folder=…} against all that is known; else against three recorded files. */
  @Test
  void hasNothingThatIsKnownToBeVulnerable() throws IOException, URISyntaxException {
    String folder = System.getProperty("osv.folder", "");
    var known = Vulnerability.in(folder.isEmpty() ? VulnerabilityTest.recorded() : Path.of(folder));
    assertTrue(!known.isEmpty(), "no file of OSV in " + folder);
    var components = new ArrayList<>(Component.of(BILL));
    components.add(
        new Component("fish.payara.extras:payara-micro", System.getProperty("payara.version")));
    var affected = new ArrayList<String>();
    for (var component : components) {
      for (var vulnerability : known) {
        if (vulnerability.affects(component)) {
          affected.add(component + " by " + vulnerability.id());
        }
      }
    }
    assertEquals(List.of(), affected);
  }
}
