package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Payara offers whoever runs it, with this portal: secrets from files, and a log as JSON. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(900)
class OptionsOfTheServerIT {
  private static final String TOKEN = "een-geheim-uit-een-bestand-van-de-machine";

  @TempDir Path folder;

  @Test
  void readsSecretsFromFilesAndLogsAsJson() throws Exception {
    var secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("poort25.monitoring.token"), TOKEN, UTF_8);
    int port = FreePort.find();
    String url = "http://127.0.0.1:" + port;
    var log = folder.resolve("log");
    var command =
        new ArrayList<>(
            PortalProcess.command(
                port,
                folder.resolve("tmp"),
                Map.of(
                    "poort25.db.url",
                    "jdbc:h2:file:" + folder.resolve("data/poort25"),
                    "poort25.public.url",
                    url,
                    "poort25.log.requests",
                    "true")));
    command.addAll(
        List.of(
            "--secretsdir",
            secrets.toString(),
            "--logproperties",
            "src/main/operating/json-logging.properties"));
    var portal = new Started(command, "ready in", 600, log);
    try {
      assertEquals(404, Browser.status(url + "/health/ready", "een-ander"));
      for (String check : List.of("ready", "live", "started")) {
        assertEquals(200, Browser.status(url + "/health/" + check, TOKEN), check);
      }
      assertEquals(200, Browser.status(url + "/login", "geen"));
      Eventually.holds("the request is in the log", () -> request(log).isPresent());
      assertTrue(records(log).stream().allMatch(record -> record.containsKey("Level")));
      assertEquals(List.of(), bare(log), "all lines since the start are JSON");
    } finally {
      assertEquals(143, portal.end(60), "ended by the signal, in order");
      portal.close();
    }
    assertTrue(Files.readString(log).contains("nl.poort25"));
    assertTrue(!Files.readString(log).contains(TOKEN), "no secret in a log");
  }

  private static Optional<JsonObject> request(Path log) {
    return records(log).stream()
        .filter(record -> record.toString().contains("GET /login"))
        .findFirst();
  }

  private static List<JsonObject> records(Path log) {
    return lines(log).stream().map(OptionsOfTheServerIT::parsed).flatMap(Optional::stream).toList();
  }

  /** Lines that are no record, from the first record on. */
  private static List<String> bare(Path log) {
    return lines(log).stream()
        .dropWhile(line -> parsed(line).isEmpty())
        .filter(line -> !line.isBlank() && parsed(line).isEmpty())
        .toList();
  }

  private static List<String> lines(Path log) {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Optional<JsonObject> parsed(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try (var reader = Json.createReader(new StringReader(line))) {
      return Optional.of(reader.readObject());
    } catch (JsonException e) {
      return Optional.empty();
    }
  }
}
