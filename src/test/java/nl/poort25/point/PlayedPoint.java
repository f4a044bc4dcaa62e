package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.web.Sha256;

/**
 * A point that takes what it is given by the rules of the agent: nothing older, no difference from
 * another state, nothing while it only reports. It outlives the portal that registered it.
 */
final class PlayedPoint {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token;
  private final long id;
  private final boolean relay;
  private boolean tells = true;
  private long number;
  private long count;
  private String mode = "enforce";
  private SortedSet<String> lines = new TreeSet<>();

  private PlayedPoint(long id, String token, boolean relay) {
    this.id = id;
    this.token = token;
    this.relay = relay;
  }

  /** Registered there, seen and told to enforce. */
  static PlayedPoint enforcing(String url, Browser network, String name, String... more) {
    boolean relay = List.of(more).contains("POSTFIX");
    var fields = new java.util.ArrayList<>(List.of("name", name));
    fields.addAll(List.of(more));
    if (!relay) {
      fields.addAll(List.of("format", "NFTABLES"));
    }
    var registered = network.post(PointOfTest.PATH, fields.toArray(String[]::new));
    assertEquals(303, registered.status(), registered.toString());
    long id = Long.parseLong(registered.location().substring(PointOfTest.PATH.length() + 1));
    String path = PointOfTest.PATH + "/" + id;
    var made = network.post(path + "/token", "version", field(network, path, "version"));
    var point =
        new PlayedPoint(
            id,
            network.get(made.location()).find("id=\"token\">([A-Za-z0-9_-]{43})<").orElseThrow(),
            relay);
    point.report(url, "observed");
    point.enforce(network);
    point.turn(url);
    return point;
  }

  private static String field(Browser network, String path, String name) {
    return network.get(path).find("name=\"" + name + "\" value=\"([^\"]*)\"").orElseThrow();
  }

  /** It is of before version 2, and does not say what it holds. */
  void tellsNoDigest() {
    tells = false;
  }

  String path() {
    return PointOfTest.PATH + "/" + id;
  }

  long number() {
    return number;
  }

  SortedSet<String> lines() {
    return new TreeSet<>(lines);
  }

  /** Asks, takes or refuses what it is given, and reports; what the turn came to. */
  String turn(String url) {
    String query = "/enforcement/state?" + (number == 0 ? "" : "from=" + number + "&");
    var answer =
        send(
            request(
                    url,
                    query
                        + (tells ? "holds=" + claim() + "&count=" + count + "-" + mode + "&" : "")
                        + (relay ? "knows=postmaster&wait=0" : "knows=own&wait=0"))
                .GET());
    String outcome =
        switch (answer.statusCode()) {
          case 200 -> take(answer.body().lines().toList());
          case 204, 304 -> "kept";
          default -> throw new AssertionError(answer.statusCode() + " " + answer.body());
        };
    report(url, outcome);
    return outcome;
  }

  private String take(List<String> document) {
    long given = Long.parseLong(document.get(3).substring("generation ".length()));
    String[] kind = document.get(5).split(" ");
    var body = document.subList(6, document.size() - 1);
    boolean whole = kind[0].equals("whole");
    if (given < number
        || (!whole && Long.parseLong(kind[1]) != number)
        || !takes(document.get(4))) {
      return "refused";
    }
    if (document.get(4).startsWith("mode observe")) {
      return "observed";
    }
    var after = whole ? new TreeSet<>(body) : stepped(body);
    if (given == number && after.equals(lines)) {
      return "kept";
    }
    number = given;
    lines = after;
    return "applied";
  }

  /** Whether it is no document of before. */
  private boolean takes(String line) {
    String[] words = line.split(" ");
    if (words.length < 3) {
      return !tells;
    }
    long one = Long.parseLong(words[2]);
    if (one < count || (one == count && !words[1].equals(mode))) {
      return false;
    }
    count = one;
    mode = words[1];
    return true;
  }

  /**
   * It is told to only report, and then to enforce again: two documents with numbers of their own.
   */
  void changesModeAndBack(String url, Browser network) {
    var told = network.post(path() + "/reporting", "version", field(network, path(), "version"));
    assertEquals(303, told.status(), told.toString());
    assertEquals("observed", turn(url));
    enforce(network);
    turn(url);
    assertEquals("enforce", mode);
  }

  private void enforce(Browser network) {
    // what it would change may be another by then: then it is shown, and confirmed as shown
    Eventually.holds(
        "it enforces",
        () -> {
          var enforced =
              network.post(
                  path() + "/enforcement",
                  "version",
                  field(network, path(), "version"),
                  "shown",
                  field(network, path(), "shown"),
                  "mx", // no DNS answers here
                  "true");
          assertTrue(List.of(303, 422).contains(enforced.status()), enforced.toString());
          return enforced.status() == 303;
        });
  }

  private SortedSet<String> stepped(List<String> change) {
    var after = new TreeSet<>(lines);
    for (String line : change) {
      if (line.startsWith("-")) {
        after.remove(line.substring(1));
      } else {
        after.add(line.substring(1));
      }
    }
    return after;
  }

  private String digest() {
    return Sha256.hex(lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  private String claim() {
    return number == 0 ? "0" : number + "-" + digest();
  }

  /** The same report from two at one moment, as when an agent was started twice. */
  void reportsTwiceAtOnce(String url) {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> report(url, "kept")),
            CompletableFuture.runAsync(() -> report(url, "kept")))
        .join();
  }

  private void report(String url, String outcome) {
    byte[] raw =
        lines.isEmpty()
            ? new byte[0]
            : relay
                ? lines.stream().map(l -> l + "\n").collect(Collectors.joining()).getBytes(US_ASCII)
                : Tables.holding(List.copyOf(lines));
    var body = new ByteArrayOutputStream();
    String head =
        tells
            ? "poort25-report 2\ngeneration %d %s\noutcome %s\nmessage \nagent 2.0 x 1\nseen 0\n"
                .formatted(number, number == 0 ? "-" : digest(), outcome)
            : "poort25-report 1\ngeneration %d\noutcome %s\nmessage \n".formatted(number, outcome);
    body.writeBytes(
        (head + "readback " + Sha256.hex(raw) + " " + raw.length + "\n\n").getBytes(US_ASCII));
    body.writeBytes(raw);
    var answer =
        send(
            request(url, "/enforcement/report")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private HttpRequest.Builder request(String url, String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
