package nl.poort25.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import nl.poort25.round.RoundRun;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run asks for, and what it says where nothing can be moved. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
class ArchiveRoundsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Logger LOG = Logger.getLogger(ArchiveRounds.class.getName());

  private final List<String> asked = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private int left;
  private ArchiveFault fault;

  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          said.add(entry.getLevel() + " " + entry.getParameters()[0]);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.addHandler(listener);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void forget() {
    LOG.removeHandler(listener);
    LOG.setUseParentHandlers(true);
  }

  private record Source(Setting keeps) implements ArchiveSource {
    @Override
    public Stream<OldRows> old(Instant before) {
      return Stream.empty();
    }
  }

  private ArchiveRounds rounds(Map<String, String> settings) {
    var rounds = new ArchiveRounds();
    rounds.settings = new Settings(key -> Optional.ofNullable(settings.get(key)));
    rounds.folder = new ArchiveFolder(Path.of("data.archive"));
    rounds.clock = () -> NOW;
    rounds.sources =
        List.of(new Source(Setting.KEEP_MAIL_DAYS), new Source(Setting.KEEP_STATES_DAYS));
    rounds.batches =
        new ArchiveBatches() {
          @Override
          int move(ArchiveSource source, Instant before) {
            asked.add(source.keeps() + " " + Duration.between(before, NOW).toDays());
            if (fault != null) {
              throw fault;
            }
            return left-- > 0 ? 1 : 0;
          }
        };
    return rounds;
  }

  private static void run(ArchiveRounds rounds) {
    rounds.run(new RoundRun(Duration.ofMinutes(1), () -> false));
  }

  @Test
  void goesOnUntilNothingIsLeft() {
    left = 2;
    run(rounds(Map.of("poort25.keep.mail.days", "30")));
    assertEquals(
        List.of(
            "KEEP_MAIL_DAYS 30", "KEEP_MAIL_DAYS 30", "KEEP_MAIL_DAYS 30", "KEEP_STATES_DAYS 730"),
        asked);
  }

  @Test
  void whatStaysForeverIsNotAskedFor() {
    run(rounds(Map.of("poort25.keep.mail.days", "forever")));
    assertEquals(List.of("KEEP_STATES_DAYS 730"), asked);
  }

  @Test
  void takesNothingMoreOnWhenItsTimeIsOver() {
    left = 2;
    rounds(Map.of()).run(new RoundRun(Duration.ofMinutes(1), () -> true));
    assertEquals(List.of(), asked);
  }

  @Test
  void saysAFaultOnceAndWhenItIsOver() {
    var rounds = rounds(Map.of());
    fault = new ArchiveFault("the disk is full");
    run(rounds);
    run(rounds);
    assertEquals(List.of("WARNING the disk is full"), said);
    assertEquals(Optional.of("the disk is full"), rounds.fault());
    fault = new ArchiveFault("the folder is gone");
    run(rounds);
    fault = null;
    run(rounds);
    run(rounds);
    assertEquals(3, said.size(), said.toString());
    assertTrue(said.get(1).endsWith("the folder is gone"), said.toString());
    assertTrue(said.get(2).startsWith("INFO"), said.toString());
    assertEquals(Optional.empty(), rounds.fault());
  }

  @Test
  void anotherNodeAtTheFileIsNoFault() {
    var rounds = rounds(Map.of());
    fault = new ArchiveFault.Busy("somebody writes");
    run(rounds);
    assertEquals(List.of(), said);
    assertEquals(Optional.empty(), rounds.fault());
  }
}
