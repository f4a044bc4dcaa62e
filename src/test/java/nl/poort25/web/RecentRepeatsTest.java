package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentRepeatsTest {
  private long nanos;
  private final RecentRepeats repeats = new RecentRepeats(() -> nanos);

  private void pass(int seconds) {
    nanos += TimeUnit.SECONDS.toNanos(seconds);
  }

  @Test
  void whatCameWithinTheMinuteIsNotSaidAgainAndKeepsItsId() {
    assertEquals(new RecentRepeats.Turn("a", true, 0), repeats.turn("away", "a"));
    pass(59);
    assertEquals(new RecentRepeats.Turn("a", false, 0), repeats.turn("away", "b"));
    assertTrue(repeats.turn("another", "c").isNew());
  }

  @Test
  void afterAMinuteItIsSaidAgainWithHowOftenItWasNot() {
    repeats.turn("away", "a");
    repeats.turn("away", "b");
    repeats.turn("away", "c");
    pass(60);
    assertEquals(new RecentRepeats.Turn("d", true, 2), repeats.turn("away", "d"));
  }

  @Test
  void aDatabaseThatIsAwayIsOneKindWhereverItShows() {
    var here = new IllegalStateException(new SQLException("closed [1]", "90098"));
    var there = new SQLException("connection refused", "08001");
    assertEquals(RecentRepeats.kind(here), RecentRepeats.kind(there));
  }

  @Test
  void numbersMakeNoOtherKindButAnotherSentenceDoes() {
    assertEquals(kindOf("12 of them"), kindOf("14 of them"));
    assertNotEquals(kindOf("12 of them"), kindOf("12 of those"));
  }

  private static String kindOf(String sentence) {
    return RecentRepeats.kind(new IllegalStateException(sentence));
  }

  @Test
  void aFileGetsTheFirstOfThemThoughItAsksTwice(@TempDir Path folder) throws Exception {
    var file = folder.resolve("portal.log");
    var handler = new FileHandler(file.toString());
    handler.setFilter(new RepeatedLogFilter.OnceAMinute(handler, () -> nanos));
    handler.publish(new LogRecord(Level.SEVERE, "the database is away"));
    handler.publish(new LogRecord(Level.SEVERE, "the database is away"));
    handler.close();
    assertEquals(1, Files.readString(file).split("the database is away", -1).length - 1);
  }

  private static final class Written extends Handler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (isLoggable(line)) {
        lines.add(line.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static LogRecord line(Level level, String text) {
    var line = new LogRecord(level, text);
    line.setLoggerName("a.logger");
    return line;
  }

  @Test
  void aLogHasAWarningOnceAMinuteAndEverythingElseAlways() {
    var log = new Written();
    log.setFilter(new RepeatedLogFilter.OnceAMinute(log, () -> nanos));
    for (int i = 0; i < 3; i++) {
      log.publish(line(Level.WARNING, "the pool has none"));
      log.publish(line(Level.INFO, "a mail went out"));
    }
    log.publish(line(Level.WARNING, "from 192.0.2.1"));
    log.publish(line(Level.WARNING, "from 192.0.2.2"));
    assertEquals(
        List.of(
            "the pool has none",
            "a mail went out",
            "a mail went out",
            "a mail went out",
            "from 192.0.2.1",
            "from 192.0.2.2"),
        log.lines);
    pass(61);
    log.publish(line(Level.WARNING, "the pool has none"));
    assertEquals("the pool has none", log.lines.get(log.lines.size() - 1));
    assertTrue(log.lines.get(log.lines.size() - 2).startsWith("2 "), log.lines.toString());
    assertFalse(log.lines.get(0).startsWith("2 "));
  }

  /** Whatever somebody finds to cause: here a sentence with something else in it each time. */
  @Test
  void aLogHasSoManyWarningsAMinuteHoweverTheyDiffer() {
    var log = new Written();
    log.setFilter(new RepeatedLogFilter.OnceAMinute(log, () -> nanos));
    for (int i = 0; i < 10_000; i++) {
      log.publish(line(Level.WARNING, "from somebody " + i));
    }
    assertEquals(RepeatedLogFilter.MOST, log.lines.size());
    log.publish(line(Level.INFO, "a mail went out"));
    pass(61);
    log.publish(line(Level.WARNING, "from somebody else"));
    assertEquals(
        List.of("a mail went out", "9900 lines of the minutes before were left out"),
        log.lines.subList(RepeatedLogFilter.MOST, RepeatedLogFilter.MOST + 2));
    assertEquals("from somebody else", log.lines.get(RepeatedLogFilter.MOST + 2));
  }
}
