package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Visit;
import nl.poort25.web.Sha256;

/**
 * A point that the network role has registered, as a test plays it: it holds what it is told to.
 * Closing takes it out of use, so that the tests after it confirm by hand again.
 */
public final class PointOfTest implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  static final String PATH = "/backoffice/points";

  private final String portal;
  private final Browser network;
  private final long id;
  private String token;
  private List<String> holds = List.of();
  private List<String> applied = List.of();
  private long number;
  private String looks = "seen 0";
  private List<String> sightings = List.of();
  private final boolean relay;
  private final boolean prober;
  private final Agent agent;

  public PointOfTest(String name, String... more) {
    this(Browser.PORTAL, name, more);
  }

  private PointOfTest(String portal, String name, String... more) {
    this.portal = portal;
    network = Browser.at(portal, Asking.NETWORK);
    var fields = new ArrayList<>(List.of("name", name));
    fields.addAll(List.of(more));
    if (!fields.contains("format")) {
      fields.addAll(List.of("format", "NFTABLES"));
    }
    relay = fields.contains("POSTFIX");
    prober = fields.contains("PROBER");
    agent = relay ? Agent.RELAY : fields.contains("PROBER") ? Agent.PROBER : Agent.FIREWALL;
    var registered = network.post(PATH, fields.toArray(String[]::new));
    assertEquals(303, registered.status(), registered.toString());
    id = Long.parseLong(registered.location().substring(PATH.length() + 1));
    if (!fields.contains("IRONPORT")) {
      renewToken();
    }
  }

  public String path() {
    return PATH + "/" + id;
  }

  public long id() {
    return id;
  }

  /** What lets it in, for an agent that plays it instead. */
  public String token() {
    return token;
  }

  /** The key that it pins. */
  public String pem() {
    return network.get(PATH + "/files/portal.pem").html();
  }

  /**
   * In its next reports it tells of those that took connections.
   *
   * @param seconds that it looks, and perhaps that it is full
   * @param lines "ADDRESS CONNECTIONS SECONDS-AGO"
   */
  void sees(String seconds, List<String> lines) {
    looks = "seen " + lines.size() + " " + seconds;
    sightings = lines.stream().map(line -> "seen " + line).toList();
  }

  /** The page that shows a new token, which is not this one's. */
  Visit tokenPage() {
    return network.get(post("token").location());
  }

  void renewToken() {
    token = tokenPage().find("id=\"token\">([A-Za-z0-9_-]{43})<").orElseThrow();
  }

  Visit post(String verb, String... more) {
    var page = network.get(path());
    var fields =
        new ArrayList<>(
            List.of("version", page.find("name=\"version\" value=\"(\\d+)\"").orElseThrow()));
    fields.addAll(List.of(more));
    return network.post(path() + "/" + verb, fields.toArray(String[]::new));
  }

  public Visit page() {
    return network.get(path());
  }

  /** As staff does after a look at what it would change; again where a round changed that since. */
  public void enforce() {
    Eventually.holds("it enforces", () -> enforce(shown()).status() == 303);
  }

  /** What the page says that it would change. */
  String shown() {
    return page().find("name=\"shown\" value=\"([^\"]*)\"").orElseThrow();
  }

  Visit enforce(String shown) {
    // in most tests no DNS answers, so that the provider's MX are not known
    return post("enforcement", "shown", shown, "mx", "true");
  }

  /** SHA-256 of the state that it applied last, whatever its table holds by now. */
  private String digest() {
    return Sha256.hex(applied.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  /** One for a state says what it holds, as an agent does. */
  HttpRequest.Builder request(String path) {
    String more =
        !path.startsWith("/enforcement/state")
            ? ""
            : (path.contains("?") ? "&" : "?")
                + (relay ? "knows=postmaster&holds=" : "knows=own&holds=")
                + (number == 0 || prober ? "0" : number + "-" + digest());
    return HttpRequest.newBuilder(URI.create(portal + path + more))
        .header("Authorization", "Bearer " + token);
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public HttpResponse<String> state() {
    return send(request("/enforcement/state"));
  }

  /** Answered when there is something else than that, or after the seconds. */
  public CompletableFuture<HttpResponse<String>> waits(String etag, int seconds) {
    return CLIENT.sendAsync(
        request("/enforcement/state?wait=" + seconds).header("If-None-Match", etag).build(),
        BodyHandlers.ofString());
  }

  /** Fetches the whole state and holds it; its number. */
  long take() {
    var lines = List.of(state().body().split("\n"));
    int whole = 0;
    while (!lines.get(whole).startsWith("whole ")) {
      if (lines.get(whole).startsWith("generation ")) {
        number = Long.parseLong(lines.get(whole).substring("generation ".length()));
      }
      whole++;
    }
    applied = lines.subList(whole + 1, lines.size() - 1);
    holds = applied;
    return number;
  }

  /** Waits until the portal tells it to hold that line: a number alone may be of another change. */
  void awaitOffer(String line) {
    Eventually.holds(line + " is offered", () -> offered().contains(line));
  }

  /** Waits until the portal no longer tells it to hold that line. */
  void awaitNoOffer(String line) {
    Eventually.holds(line + " is offered no more", () -> !offered().contains(line));
  }

  /** The document that the portal offers it now, as lines. */
  List<String> offered() {
    return List.of(state().body().split("\n"));
  }

  /** Holds a state that another database gave. */
  void isOf(long generation, List<String> lines) {
    number = generation;
    applied = lines;
    holds = lines;
  }

  /** Is changed behind the portal's back. */
  void isChanged(String minus, String plus) {
    var changed = new TreeSet<>(holds);
    changed.remove(minus);
    changed.add(plus);
    holds = List.copyOf(changed);
  }

  List<String> holds() {
    return holds;
  }

  /** Of the state that it fetched last. */
  long number() {
    return number;
  }

  HttpResponse<String> report(String outcome) {
    return report(outcome, number, "", readBack());
  }

  /** Says that it holds a state of that number. */
  HttpResponse<String> reportAs(String outcome, long generation) {
    return report(outcome, generation, "", readBack());
  }

  /** As an agent of its kind would show it. */
  private byte[] readBack() {
    if (holds.isEmpty()) {
      return new byte[0];
    }
    return relay ? (String.join("\n", holds) + "\n").getBytes(UTF_8) : Tables.holding(holds);
  }

  HttpResponse<String> report(String outcome, long generation, String message, byte[] raw) {
    return send(
        request("/enforcement/report")
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofByteArray(body(outcome, generation, message, raw))));
  }

  private byte[] body(String outcome, long generation, String message, byte[] raw) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        poort25-report 2
        generation %d %s
        outcome %s
        message %s
        agent %s nft 1.0.6
        %s
        readback %s %d

        """
            .formatted(
                generation,
                generation == 0 || prober ? "-" : digest(),
                outcome,
                message,
                agent.getVersion(),
                looks,
                Sha256.hex(raw),
                raw.length)
            .getBytes(UTF_8));
    sightings.forEach(line -> body.writeBytes((line + "\n").getBytes(UTF_8)));
    body.writeBytes(raw);
    return body.toByteArray();
  }

  /** Fetches, applies, reads back and reports, as a good agent does. */
  long turn() {
    long taken = take();
    var reported = report("applied");
    assertEquals(200, reported.statusCode(), reported.body());
    return taken;
  }

  /** One that observes, of the portal at that URL. */
  public static PointOfTest at(String portal, String name) {
    return new PointOfTest(portal, name, new String[0]);
  }

  /** Registered, seen and told to enforce; it holds the state of now. */
  static PointOfTest enforcing(String name, String... more) {
    return enforcing(new PointOfTest(name, more));
  }

  /** The same at another portal than the one under test. */
  static PointOfTest enforcingAt(String portal, String name) {
    return enforcing(new PointOfTest(portal, name, new String[0]));
  }

  private static PointOfTest enforcing(PointOfTest point) {
    assertEquals(200, point.report("observed", 0, "", new byte[0]).statusCode());
    point.enforce();
    point.turn();
    return point;
  }

  void retire() {
    assertEquals(303, post("retirement").status());
  }

  @Override
  public void close() {
    if (!page().says("Dit punt telt niet meer mee")) {
      retire();
    }
  }
}
