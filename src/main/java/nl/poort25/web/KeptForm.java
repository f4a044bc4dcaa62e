package nl.poort25.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fields of a form that was sent without a valid session, kept until its sender has signed in
 * again. It is shown to him and never submitted by itself.
 *
 * @param page that shows its form
 * @param action where the form is sent to
 * @param fields without passwords, codes and files, in the order in which they were sent
 * @param isWhole false where the longest texts were left out
 */
public record KeptForm(
    String page, String action, Map<String, List<String>> fields, boolean isWhole) {
  /** Bytes of all that is kept. */
  static final int MOST = 64 * 1024;

  /** What is nobody's to write down, not even sealed. */
  private static final Pattern SECRET = Pattern.compile(".*(password|code|token|secret).*");

  private static final Pattern QUERY = Pattern.compile("[?#].*");

  /** Whoever keeps it from the sign-in to the page that shows it. */
  public interface Keeper {
    /** Null where there is none. */
    KeptForm keptForm();

    /** It was sent, or thrown away. */
    void dropKeptForm();
  }

  /** The attribute of a request that says who keeps it. */
  public static final String KEEPER = "nl.poort25.kept-form.keeper";

  /** That of this request's browser; null where there is none. */
  public static KeptForm of(HttpServletRequest request) {
    return request.getAttribute(KEEPER) instanceof Keeper keeper ? keeper.keptForm() : null;
  }

  /**
   * What may be kept of a form that was sent.
   *
   * @param sent all of its fields
   */
  public static KeptForm of(String page, String action, Map<String, List<String>> sent) {
    var bySize =
        sent.entrySet().stream()
            .filter(field -> isKept(field.getKey()))
            .sorted(Comparator.comparingLong(field -> size(field)))
            .toList();
    long left = MOST;
    var taken = new TreeMap<String, List<String>>();
    for (var field : bySize) {
      left -= size(field);
      if (left >= 0) {
        taken.put(field.getKey(), field.getValue());
      }
    }
    var fields = new LinkedHashMap<String, List<String>>();
    sent.keySet().stream()
        .filter(taken::containsKey)
        .forEach(name -> fields.put(name, taken.get(name)));
    return new KeptForm(page, action, fields, taken.size() == bySize.size());
  }

  /** Whether that field of a form is kept at all. */
  static boolean isKept(String name) {
    return !name.equals(FormMarks.FIELD)
        && !SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private static long size(Map.Entry<String, List<String>> field) {
    long size = field.getKey().length();
    for (String value : field.getValue()) {
      size += value.getBytes(StandardCharsets.UTF_8).length;
    }
    return size;
  }

  /** Whether the page of that URL shows it: the query may be another. */
  public boolean isOf(String url) {
    return pathOf(url).equals(pathOf(page));
  }

  static String pathOf(String url) {
    return QUERY.matcher(url).replaceFirst("");
  }

  /** Whether it has something that a person may have typed. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  public String toText() {
    var json = Json.createObjectBuilder();
    fields.forEach((name, values) -> json.add(name, Json.createArrayBuilder(values)));
    return Json.createObjectBuilder()
        .add("page", page)
        .add("action", action)
        .add("whole", isWhole)
        .add("fields", json)
        .build()
        .toString();
  }

  /** What {@link #toText} has written. */
  public static KeptForm parse(String text) {
    JsonObject json;
    try (var reader = Json.createReader(new StringReader(text))) {
      json = reader.readObject();
    }
    var fields = new LinkedHashMap<String, List<String>>();
    json.getJsonObject("fields")
        .forEach(
            (name, values) ->
                fields.put(
                    name,
                    values.asJsonArray().getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()));
    return new KeptForm(
        json.getString("page"), json.getString("action"), fields, json.getBoolean("whole"));
  }
}
