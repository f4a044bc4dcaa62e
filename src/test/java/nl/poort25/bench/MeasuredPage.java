package nl.poort25.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A page that is measured, and the users who ask for it again and again. */
final class MeasuredPage implements AutoCloseable {

  /** What one turn gave; times are milliseconds. */
  record Result(
      double pagesPerSecond, double median, double within95Percent, double within99Percent) {}

  private final String name;
  private final String path;
  private final String text;
  private final List<HttpUser> users = new ArrayList<>();
  private final ExecutorService threads;

  /**
   * Signs each user in, one after the other, where an address is given.
   *
   * @param text what must stand in the page for it to count
   */
  MeasuredPage(String name, URI url, String text, int users, String encoding, Login login)
      throws IOException {
    this.name = name;
    this.path = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    this.text = text;
    threads = Executors.newFixedThreadPool(users);
    for (int i = 0; i < users; i++) {
      var user = new HttpUser(url, encoding);
      if (!login.email().isEmpty()) {
        user.signIn(login.email(), login.password());
      }
      this.users.add(user);
    }
  }

  /** No address: nobody signs in. */
  record Login(String email, String password) {}

  String name() {
    return name;
  }

  /**
   * What one answer is like, so that a reader sees what is counted.
   *
   * @throws IllegalStateException if the page is not what it should be
   */
  String describe() throws IOException {
    var answer = users.get(0).get(path);
    String page = whole(answer);
    int times = (page.length() - page.replace(text, "").length()) / text.length();
    return "%-7s %d characters, %d bytes on the line, %d times \u201c%s\u201d"
        .formatted(name, page.length(), answer.wireBytes(), times, text);
  }

  private String whole(HttpUser.Answer answer) {
    String page = answer.status() == 200 ? answer.text() : "";
    if (!page.contains(text) || !page.stripTrailing().endsWith("</html>")) {
      throw new IllegalStateException(
          name + ": no whole page with \u201c" + text + "\u201d, status " + answer.status());
    }
    return page;
  }

  /**
   * All users ask for that long; only what is whole and there before the end counts.
   *
   * @throws IllegalStateException if a page is not what it should be
   */
  Result run(int seconds) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Callable<List<Long>>> work = new ArrayList<>();
    for (HttpUser user : users) {
      work.add(() -> askUntil(end, user));
    }
    var times = new ArrayList<Long>();
    for (var done : threads.invokeAll(work)) {
      try {
        times.addAll(done.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(name + ": " + e.getCause().getMessage(), e.getCause());
      }
    }
    times.sort(null);
    return new Result(
        (double) times.size() / seconds,
        millis(times, times.size() / 2),
        millis(times, times.size() * 95 / 100),
        millis(times, times.size() * 99 / 100));
  }

  private List<Long> askUntil(long end, HttpUser user) throws IOException {
    var times = new ArrayList<Long>();
    while (true) {
      long begin = System.nanoTime();
      if (begin >= end) {
        return times;
      }
      var answer = user.get(path);
      long now = System.nanoTime();
      whole(answer);
      if (now < end) {
        times.add(now - begin);
      }
    }
  }

  private static double millis(List<Long> nanos, int index) {
    return nanos.isEmpty() ? Double.NaN : nanos.get(index) / 1e6;
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    for (HttpUser user : users) {
      user.close();
    }
  }
}
