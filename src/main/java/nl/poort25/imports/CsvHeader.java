package nl.poort25.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The header line of a CSV: which cell names which column.
 *
 * @param places of the columns that were asked for
 * @param cells how many there are, without empty ones at the end
 * @param missing columns that no cell names
 * @param unknown cells that name no column, or one that another cell names
 */
record CsvHeader(
    Map<String, Integer> places, int cells, List<String> missing, List<String> unknown) {
  private static final Pattern BETWEEN = Pattern.compile("[\\s_-]+");

  /** What people here call the columns; no two of one table share a name. */
  private static final Map<String, List<String>> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("reference", List.of("kenmerk", "referentie", "kennzeichen", "referenz")),
          Map.entry("kind", List.of("soort", "type", "art")),
          Map.entry("partner", List.of("partner", "partnernaam", "partnername")),
          Map.entry("customer", List.of("klant", "klantnaam", "kunde")),
          Map.entry("site", List.of("locatie", "vestiging", "standort")),
          Map.entry(
              "addresses",
              List.of("adressen", "adres", "ip adressen", "address", "adressen/prefixen", "ip")),
          Map.entry("address", List.of("adres", "ip adres", "ip", "adresse", "ip adresse")),
          Map.entry("source", List.of("bron", "bronadres", "quelle")),
          Map.entry("connection", List.of("verbinding", "kenmerk", "anschluss")),
          Map.entry("since", List.of("sinds", "vanaf", "open sinds", "seit")),
          Map.entry("host", List.of("hostnaam", "hostname", "mailserver")),
          Map.entry("name", List.of("naam", "domein", "domeinnaam", "domain")),
          Map.entry("dns", List.of("dns beheer")),
          Map.entry("service", List.of("dienst", "maildienst")),
          Map.entry("intake", List.of("aflevering", "inname")),
          Map.entry("destination", List.of("bestemming", "ziel")),
          Map.entry("local-part", List.of("postbus", "lokaal deel", "localpart")));

  /**
   * @param columns that are asked for
   */
  static CsvHeader of(List<String> cells, List<String> columns) {
    var byName = new HashMap<String, String>();
    for (String column : columns) {
      byName.put(plain(column), column);
      OTHER_NAMES.getOrDefault(column, List.of()).forEach(name -> byName.put(plain(name), column));
    }
    var places = new HashMap<String, Integer>();
    var unknown = new ArrayList<String>();
    int last = filled(cells);
    for (int i = 0; i < last; i++) {
      String column = byName.get(plain(cells.get(i)));
      if (column == null || places.putIfAbsent(column, i) != null) {
        unknown.add(cells.get(i).isEmpty() ? "\u2205" : cells.get(i));
      }
    }
    var missing = new LinkedHashSet<>(columns);
    missing.removeAll(places.keySet());
    return new CsvHeader(places, last, List.copyOf(missing), unknown);
  }

  /** The first of the other names of each column, in its order. */
  static String alsoCalled(List<String> columns) {
    return String.join(
        ";",
        columns.stream()
            .map(column -> OTHER_NAMES.getOrDefault(column, List.of(column)).get(0))
            .toList());
  }

  boolean isGood() {
    return missing.isEmpty() && unknown.isEmpty();
  }

  /** Whether a line has a cell for each column, and nothing beyond. */
  boolean fits(List<String> line) {
    return line.size() >= cells && filled(line) <= cells;
  }

  /** How many cells there are up to the last one that is not empty. */
  private static int filled(List<String> cells) {
    int last = cells.size();
    while (last > 0 && cells.get(last - 1).isEmpty()) {
      last--;
    }
    return last;
  }

  private static String plain(String name) {
    return BETWEEN.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
  }
}
