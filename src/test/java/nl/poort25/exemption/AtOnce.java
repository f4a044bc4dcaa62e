package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;

/** Many requests that are sent in the same moment. */
public final class AtOnce {
  private AtOnce() {}

  /**
   * How many were sent without a violation; the others are told what they violate, and all are
   * withdrawn afterwards.
   *
   * @param browsers of the partner whose drafts they are, which take turns
   */
  public static long send(List<Long> drafts, List<Browser> browsers) throws Exception {
    // each sees its check page before any is sent
    var sending = new ArrayList<Callable<Visit>>();
    for (int i = 0; i < drafts.size(); i++) {
      var browser = browsers.get(i % browsers.size());
      String path = "/exemptions/" + drafts.get(i) + "/submission";
      String version = Asking.version(browser.get(path));
      sending.add(
          () ->
              browser.post(
                  path,
                  "version",
                  version,
                  "violations",
                  "",
                  "measures",
                  "true",
                  "policy",
                  "true"));
    }
    var pool = Executors.newFixedThreadPool(drafts.size());
    try {
      var answers = new ArrayList<Visit>();
      for (Future<Visit> answer : pool.invokeAll(sending)) {
        answers.add(answer.get());
      }
      for (var answer : answers) {
        if (answer.status() != 303) {
          assertEquals(422, answer.status(), answer.toString());
        }
      }
      return answers.stream().filter(answer -> answer.status() == 303).count();
    } finally {
      pool.shutdownNow();
      drafts.forEach(id -> Asking.withdraw(browsers.get(0), id));
    }
  }
}
