package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.poort25.demo.DemoWorld;
import nl.poort25.it.Browser;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Test;

class LoginAtOnceIT {
  private static final String SANNE = "sanne@havenkantoor.example";
  private static final int PEOPLE = 4;

  /** The rows of that address are not there yet, and all of them come to make them. */
  @Test
  void thoseWhoComeFirstFromAnAddressAtOnceAllGetInAndLeaveNoErrorInTheLog() throws Exception {
    Browser.guest().get("/login"); // the portal is there before they come
    var people = Executors.newFixedThreadPool(PEOPLE);
    for (int run = 0; run < Trials.RUNS * 3; run++) {
      String address = "2001:db8:77:" + Integer.toHexString(run) + "::1";
      var together = new CyclicBarrier(PEOPLE);
      var answers = new ArrayList<CompletableFuture<Integer>>();
      for (int i = 0; i < PEOPLE; i++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    together.await(20, TimeUnit.SECONDS);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                  return Browser.guest()
                      .from(address)
                      .post("/login", "email", SANNE, "password", DemoWorld.PASSWORD)
                      .status();
                },
                people));
      }
      for (var answer : answers) {
        assertEquals(303, answer.get(60, TimeUnit.SECONDS));
      }
    }
    people.shutdown();
    assertEquals(0, linesAboutKeys());
  }

  private static long linesAboutKeys() throws Exception {
    Path log = Path.of("target", "portal-it-" + ProcessHandle.current().pid() + ".log");
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(l -> l.contains("Unique index or primary key") || l.contains("duplicate key"))
          .count();
    }
  }
}
