package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.poort25.demo.DemoWorld;

/**
 * A browser as far as the in-container tests need one: it keeps cookies, sends {@code Origin} with
 * a form and follows no redirect. Each has its own cookies, so two are two people.
 */
public final class Browser {
  /** The portal under test: the configured public URL. */
  public static final String PORTAL = PortalUnderTest.url();

  private static final String BOUNDARY = "----poort25";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1) // an upgrade within a POST leaves Payara waiting
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private static final Map<String, Browser> KNOWN = new HashMap<>();

  private final String portal;
  private final String origin;
  private final Map<String, String> cookies = new TreeMap<>();
  private String address;

  private Browser(String portal) {
    this(portal, portal);
  }

  private Browser(String portal, String origin) {
    this.portal = portal;
    this.origin = origin;
  }

  /** A guest. */
  public static Browser guest() {
    return new Browser(PORTAL);
  }

  /** A guest of another portal than {@link #PORTAL}. */
  public static Browser visitor(String portal) {
    return new Browser(portal);
  }

  /** A guest of one that a proxy would offer at another URL, which is what its forms come from. */
  public static Browser visitor(String portal, String publicUrl) {
    return new Browser(portal, publicUrl);
  }

  /** What a program of the provider gets there, with that token. */
  public static int status(String url, String token) {
    try {
      return CLIENT
          .send(
              HttpRequest.newBuilder(URI.create(url))
                  .header("Authorization", "Bearer " + token)
                  .timeout(Duration.ofSeconds(30))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Somebody of the demo world (or made by a test) who has just signed in. */
  public static Browser of(String email) {
    return of(email, DemoWorld.PASSWORD);
  }

  /**
   * Somebody of the demo world who signed in once for all tests of this process: for what a test
   * wants done and does not look at.
   */
  public static synchronized Browser known(String email) {
    var known = KNOWN.get(email);
    if (known == null || known.get("/account").status() != 200) {
      known = of(email);
      KNOWN.put(email, known);
    }
    return known;
  }

  public static Browser of(String email, String password) {
    return signedIn(guest(), email, password);
  }

  /** Somebody of the demo world who has just signed in to another portal than {@link #PORTAL}. */
  public static Browser at(String portal, String email) {
    return signedIn(new Browser(portal), email, DemoWorld.PASSWORD);
  }

  private static Browser signedIn(Browser browser, String email, String password) {
    var visit = browser.post("/login", "email", email, "password", password);
    if (visit.status() != 303) {
      throw new AssertionError(email + " cannot sign in: " + visit);
    }
    return browser;
  }

  /** Comes from that address from now on: the tests are the proxy that the portal trusts. */
  public Browser from(String address) {
    this.address = address;
    return this;
  }

  /** Reads English from now on; Dutch is what the portal speaks by itself. */
  public Browser inEnglish() {
    cookies.put("language", "en");
    return this;
  }

  public Visit get(String path) {
    return send(request(portal, path).GET());
  }

  /** Sends a form of names and values in turn, as a page of the portal would. */
  public Visit post(String path, String... namesAndValues) {
    return send(
        request(portal, path)
            .header("Origin", origin)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(namesAndValues))));
  }

  /** A file of a form. */
  @SuppressWarnings("ArrayRecordComponent") // only handed on
  public record SentFile(String name, byte[] bytes) {
    public static SentFile of(String name, String text) {
      return new SentFile(name, text.getBytes(UTF_8));
    }
  }

  /** Sends a form with files in its field {@code files}. */
  public Visit upload(String path, List<SentFile> files, String... namesAndValues) {
    return send(form(path, files, namesAndValues).header("Origin", PORTAL));
  }

  /** Sends a form with one file, in its field {@code file}. */
  public Visit uploadOne(String path, SentFile file, String... namesAndValues) {
    return send(
        form(path, "file", List.of(file), namesAndValues)
            .uri(URI.create(portal + path))
            .header("Origin", origin));
  }

  /** A form with files in its field {@code files} before it says from where it comes. */
  public static HttpRequest.Builder form(
      String path, List<SentFile> files, String... namesAndValues) {
    return form(path, "files", files, namesAndValues);
  }

  private static HttpRequest.Builder form(
      String path, String field, List<SentFile> files, String... namesAndValues) {
    var body = new ByteArrayOutputStream();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      part(body, "name=\"" + namesAndValues[i] + "\"", namesAndValues[i + 1].getBytes(UTF_8));
    }
    for (var file : files) {
      part(body, "name=\"" + field + "\"; filename=\"" + file.name() + "\"", file.bytes());
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return request(path)
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] bytes) {
    String head = "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n";
    body.writeBytes(head.formatted(BOUNDARY, disposition).getBytes(UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  /** A request to that path, for what get and post cannot say; to be given to {@link #send}. */
  public static HttpRequest.Builder request(String path) {
    return request(PORTAL, path);
  }

  static HttpRequest.Builder request(String portal, String path) {
    return HttpRequest.newBuilder(URI.create(portal + path)).timeout(Duration.ofSeconds(90));
  }

  public Visit send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.setHeader(
          "Cookie",
          cookies.entrySet().stream()
              .map(c -> c.getKey() + "=" + c.getValue())
              .collect(Collectors.joining("; ")));
    }
    if (address != null) {
      request.setHeader("X-Forwarded-For", address);
    }
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
      response.headers().allValues("set-cookie").forEach(this::keep);
      return new Visit(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.build().uri() + ": is the portal running?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The value of a cookie, or null. */
  public String cookie(String name) {
    return cookies.get(name);
  }

  public void putCookie(String name, String value) {
    cookies.put(name, value);
  }

  public void dropCookie(String name) {
    cookies.remove(name);
  }

  private void keep(String header) {
    String[] pair = header.split(";", 2)[0].split("=", 2);
    boolean dropped = header.toLowerCase(Locale.ROOT).contains("max-age=0");
    if (dropped) {
      cookies.remove(pair[0].strip());
    } else {
      cookies.put(pair[0].strip(), pair[1].strip());
    }
  }

  private static String encoded(String... namesAndValues) {
    var form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(URLEncoder.encode(namesAndValues[i], UTF_8))
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
    }
    return form.toString();
  }
}
