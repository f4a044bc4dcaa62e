package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.poort25.enforcement.Alarm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is given to whoever runs the portal, as the programs that it is for read it. */
class OperatingFilesTest {
  private static final Path OPERATING = Path.of("src/main/operating");
  private static final Path ALERTS = Path.of("src/main/operating/alerts.yml");
  private static final Pattern FIGURE = Pattern.compile("poort25_[a-z_]+");

  @TempDir private Path folder;

  @Test
  void systemdFindsNoFaultInTheUnit() throws IOException {
    String unit = Files.readString(OPERATING.resolve("poort25@.service"));
    assertEquals("", SystemdUnit.faults(unit, folder));
  }

  @Test
  void prometheusFindsNoFaultInTheAlertsAndTheyAreRaisedAndNotRaised() throws Exception {
    var promtool = Unpacked.programs("prometheus").resolve("promtool");
    mustPass(promtool.toString(), "check", "rules", ALERTS.toString());
    Files.copy(ALERTS, folder.resolve("alerts.yml"));
    var trial = folder.resolve("alerts-test.yml");
    Files.copy(Path.of("src/test/resources/alerts-test.yml"), trial);
    mustPass(promtool.toString(), "test", "rules", trial.toString());
  }

  /** What runs it in a namespace of the network is OwnProgramIT. */
  @Test
  void shellcheckFindsNothingInTheExampleOfAProgramOfOnesOwn() throws Exception {
    var shellcheck = RealPart.of("shellcheck", Stream.empty());
    mustPass(shellcheck.toString(), "-s", "sh", OPERATING.resolve("state-job.sh").toString());
  }

  private static void mustPass(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  /** A figure of another name is one that is never there, and an alert that is never raised. */
  @Test
  void theAlertsAskForFiguresThatThereAre() throws Exception {
    var names = new ArrayList<String>();
    for (var figure : Class.forName("nl.poort25.monitoring.Figure").getEnumConstants()) {
      names.add("poort25_" + ((Enum<?>) figure).name().toLowerCase(Locale.ROOT));
    }
    names.addAll(
        List.of(
            "poort25_alarms",
            "poort25_rounds_late",
            "poort25_pool_waiting",
            "poort25_requests_total",
            "poort25_requests_over_a_second_total"));
    var asked = FIGURE.matcher(Files.readString(ALERTS)).results().map(r -> r.group()).toList();
    assertTrue(asked.size() > names.size() / 2, asked.toString());
    assertEquals(List.of(), asked.stream().filter(name -> !names.contains(name)).toList());
  }

  /** But for late rounds, which have a figure of their own. */
  @ParameterizedTest
  @EnumSource(value = Alarm.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "LATE")
  void eachAlarmOfThePortalIsInAnAlert(Alarm.Kind kind) throws IOException {
    String word = Pattern.quote(kind.name().toLowerCase(Locale.ROOT));
    var asked = Pattern.compile("kind=~?\"([a-z_|]*\\|)?" + word + "[|\"]");
    assertTrue(asked.matcher(Files.readString(ALERTS)).find(), kind.name());
  }

  /** Each alert is told of in the words of the page for operators. */
  @Test
  void eachAlertIsExplained() throws IOException {
    String page = Files.readString(Path.of("src/docs/operating.md"));
    try (Stream<String> lines = Files.lines(ALERTS)) {
      var untold =
          lines
              .filter(line -> line.contains("- alert: "))
              .map(line -> line.substring(line.indexOf(": ") + 2).strip())
              .filter(alert -> !page.contains("`" + alert + "`"))
              .toList();
      assertEquals(List.of(), untold);
    }
  }
}
