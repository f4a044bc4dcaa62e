package nl.poort25.state;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a state of either target as one JSON document (RFC 8259), a line for each line of it. */
public final class StateJson implements StateWriter {
  @Override
  public String write(
      String file,
      EnforcementTarget target,
      long generation,
      Collection<? extends DesiredLine> lines) {
    return write(target, generation, lines);
  }

  @Override
  public String change(
      EnforcementTarget target,
      Set<? extends DesiredLine> before,
      Set<? extends DesiredLine> after) {
    return StateDiff.<DesiredLine>between(before, after)
        .written(line -> change("remove", line), line -> change("add", line));
  }

  /**
   * @param sorted all lines of the generation, whose digest is written with them
   */
  public static String write(
      EnforcementTarget target, long generation, Collection<? extends DesiredLine> sorted) {
    String digest = DesiredLine.digest(DesiredLine.text(sorted));
    return "{\"format\":\"poort25-state 1\",\"target\":\"%s\",\"generation\":%d,\"sha256\":\"%s\","
            .formatted(target, generation, digest)
        + sorted.stream()
            .map(line -> object(line).toString())
            .collect(Collectors.joining(",\n", "\"lines\":[\n", "\n]}\n"));
  }

  private static String change(String verb, DesiredLine line) {
    return Json.createObjectBuilder().add(verb, object(line)).build().toString();
  }

  private static JsonObject object(DesiredLine line) {
    var object = Json.createObjectBuilder();
    if (line instanceof FirewallLine state) {
      object.add("kind", state.kind().word());
      put(object, "source", state.source());
      put(object, "destination", state.destination());
    } else if (line instanceof RelayLine relay) {
      object.add("kind", relay.kind().word());
      switch (relay.kind()) {
        case DENY -> {
          put(object, "client", relay.client());
          put(object, "case", relay.caseNumber());
        }
        case DOMAIN -> {
          put(object, "name", relay.name());
          object.add("hosts", hosts(relay));
        }
        case MAILSTORE -> put(object, "name", relay.name());
        case POSTMASTER, RECIPIENT -> put(object, "address", relay.address());
        case STORE -> object.add("hosts", hosts(relay));
      }
    }
    return object.build();
  }

  private static JsonArrayBuilder hosts(RelayLine line) {
    var hosts = Json.createArrayBuilder();
    line.hosts().forEach(host -> hosts.add(host.toString()));
    return hosts;
  }

  private static void put(JsonObjectBuilder object, String key, Object value) {
    if (value != null) {
      object.add(key, value.toString());
    }
  }
}
