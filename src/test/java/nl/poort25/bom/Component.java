package nl.poort25.bom;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A library of the bill of materials.
 *
 * @param name as OSV has it, {@code group:artifact}
 */
record Component(String name, String version) {
  /** What stands in a bill in CycloneDX's JSON. */
  static List<Component> of(Path bill) throws IOException {
    try (var in = Files.newInputStream(bill);
        var reader = Json.createReader(in)) {
      return reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class).stream()
          .map(
              c ->
                  new Component(
                      c.getString("group", "") + ":" + c.getString("name"),
                      c.getString("version", "")))
          .toList();
    }
  }
}
