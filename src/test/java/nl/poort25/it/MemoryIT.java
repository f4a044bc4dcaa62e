package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How much memory the portal takes with the options that README gives Java. Twenty seconds of pages
 * in the build; -Dit.runs=180 is an hour.
 */
class MemoryIT {
  private static final int SECONDS = 20 * Trials.RUNS;
  private static final int MEGABYTES = 900;
  private static final int READERS = 3;
  private static final List<String> OF_STAFF =
      List.of(
          "/backoffice",
          "/backoffice/domains",
          "/backoffice/abuse",
          "/backoffice/log",
          "/backoffice/firewall",
          "/backoffice/exemptions",
          "/policy");

  @Test
  void staysUnderTheBoundThatReadmeNames(@org.junit.jupiter.api.io.TempDir Path folder)
      throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("portal");
    try (var portal =
        new OtherPortal(DocumentedStartTest.options(), Map.of("poort25.db.url", url))) {
      var karim = Browser.at(portal.url(), "karim@routit.example");
      String mailbox = mailbox();
      for (int i = 0; i < 3; i++) {
        var taken =
            karim.uploadOne(
                "/backoffice/abuse/reports", Browser.SentFile.of("klachten.mbox", mailbox));
        assertTrue(taken.status() == 303 || taken.status() == 422, taken.toString());
      }
      var readers =
          Stream.generate(() -> CompletableFuture.runAsync(() -> read(portal.url())))
              .limit(READERS)
              .toList();
      readers.forEach(CompletableFuture::join);
      long megabytes = mostResident(portal.pid());
      System.out.println("resident at most: " + megabytes + " MB");
      assertTrue(megabytes <= MEGABYTES, megabytes + " MB");
    }
  }

  private static void read(String url) {
    var karim = Browser.at(url, "karim@routit.example");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (System.nanoTime() < end) {
      for (String path : OF_STAFF) {
        assertEquals(200, karim.get(path).status(), path);
      }
    }
  }

  /** Nearly as large as one may be. */
  private static String mailbox() {
    var all = new StringBuilder();
    for (int i = 0; all.length() < 10_200 * 1024; i++) {
      all.append("From reporter@example.org Mon Mar  2 09:00:00 2026\n")
          .append("From: reporter@example.org\nTo: abuse@routit.example\nSubject: spam ")
          .append(i)
          .append("\nMessage-ID: <")
          .append(i)
          .append("@example.org>\nDate: Mon, 2 Mar 2026 09:00:00 +0000\n\nfrom 185.28.40.10\n")
          .append("line of a message that somebody forwarded\n".repeat(400))
          .append('\n');
    }
    return all.toString();
  }

  private static long mostResident(long pid) throws Exception {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
