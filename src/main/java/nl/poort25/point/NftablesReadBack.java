package nl.poort25.point;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Parses the output of {@code nft -j list table} into lines of a state, and compares chains and
 * rules with the known ones, whichever version of nft printed them.
 */
final class NftablesReadBack {
  /**
   * What an empty table of ours holds besides sets: chains and rules, without their handles. As the
   * agent writes it now, and as those wrote it that firewalls may still have.
   */
  private static final List<Set<String>> KNOWN =
      List.of(rules("nftables-rules.json"), rules("nftables-rules-2.json"));

  /** The number is for people who look at the table; the sessions are of the last minute. */
  private static final Set<String> UNJUDGED = Set.of("generation", "ended4", "ended6");

  private final List<String> lines = new ArrayList<>();
  private final List<String> strange = new ArrayList<>();
  private final List<String> rules = new ArrayList<>();

  private NftablesReadBack() {}

  static ReadBack read(byte[] raw) {
    var read = new NftablesReadBack();
    try (var reader = Json.createReader(new ByteArrayInputStream(raw))) {
      for (var value : reader.readObject().getJsonArray("nftables")) {
        value.asJsonObject().forEach(read::take);
      }
    }
    read.compareRules();
    return new ReadBack(read.lines, read.strange);
  }

  private void take(String kind, JsonValue value) {
    switch (kind) {
      case "metainfo" -> {
        // names the program's version
      }
      case "table" -> takeTable(value.asJsonObject());
      case "set" -> takeSet(value.asJsonObject());
      case "chain", "rule" -> rules.add(canonical(kind, value.asJsonObject()));
      default -> ReadBack.note(kind + " " + value, strange);
    }
  }

  /**
   * One that is dormant blocks nothing; one with an owner is gone when that ends. Ours has no flag,
   * and which one it is said to have is not to be relied on: 1.0.6 prints "inet".
   */
  private void takeTable(JsonObject table) {
    if (table.containsKey("flags")) {
      ReadBack.note("table flags " + table.get("flags"), strange);
    }
  }

  private void takeSet(JsonObject set) {
    String name = set.getString("name");
    var elements = set.getJsonArray("elem");
    if (elements == null || UNJUDGED.contains(name)) {
      return;
    }
    for (var element : elements) {
      String line = line(name, element);
      if (line == null) {
        ReadBack.note(name + " " + element, strange);
      } else {
        lines.add(line);
      }
    }
  }

  /** The line that the element stands for; null where it is none. */
  private static String line(String set, JsonValue element) {
    String kind = set.replaceAll("[46]$", "");
    var inner =
        element instanceof JsonObject object && object.containsKey("elem")
            ? object.getJsonObject("elem").get("val")
            : element;
    try {
      return switch (kind) {
        case "inside", "own", "open", "pass" -> kind + " " + block(inner);
        case "pair", "wide" -> {
          var both = inner.asJsonObject().getJsonArray("concat");
          yield both.size() == 2 ? "pair " + block(both.get(0)) + " " + block(both.get(1)) : null;
        }
        default -> null;
      };
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** An address or a prefix in its canonical text. */
  private static String block(JsonValue value) {
    if (value instanceof JsonString address) {
      return host(address.getString()).toCanonicalString();
    }
    var object = value.asJsonObject();
    if (object.containsKey("prefix")) {
      var prefix = object.getJsonObject("prefix");
      return host(prefix.getString("addr")).setPrefixLength(prefix.getInt("len")).toString();
    }
    JsonArray range = object.getJsonArray("range");
    var blocks = host(range.getString(0)).spanWithPrefixBlocks(host(range.getString(1)));
    if (blocks.length != 1) {
      throw new IllegalArgumentException("no prefix");
    }
    return blocks[0].toCanonicalString();
  }

  private static IPAddress host(String text) {
    IPAddress address = new IPAddressString(text).getAddress();
    if (address == null || address.isMultiple() || address.isPrefixed()) {
      throw new IllegalArgumentException(text);
    }
    return address;
  }

  private void compareRules() {
    var found = Set.copyOf(rules);
    var wanted =
        KNOWN.stream()
            .min(Comparator.comparingInt(known -> differences(known, found)))
            .orElseThrow();
    rules.stream()
        .filter(rule -> !wanted.contains(rule))
        .map(ReadBack::shown)
        .forEach(strange::add);
    wanted.stream()
        .filter(rule -> !found.contains(rule))
        .map(rule -> "without " + ReadBack.shown(rule))
        .forEach(strange::add);
  }

  private static int differences(Set<String> wanted, Set<String> found) {
    return (int)
        (wanted.stream().filter(rule -> !found.contains(rule)).count()
            + found.stream().filter(rule -> !wanted.contains(rule)).count());
  }

  /** Without what differs from one load to the next; with its place among those of its chain. */
  private String canonical(String kind, JsonObject value) {
    long place =
        kind.equals("rule")
            ? rules.stream()
                .filter(r -> r.startsWith("rule " + value.getString("chain") + " "))
                .count()
            : 0;
    String chain = kind.equals("rule") ? value.getString("chain") : value.getString("name");
    return kind + " " + chain + " " + place + " " + NftablesCanonicalText.of(value);
  }

  private static Set<String> rules(String resource) {
    try (var file = NftablesReadBack.class.getResourceAsStream(resource)) {
      var read = new NftablesReadBack();
      try (var reader = Json.createReader(file)) {
        for (var value : reader.readObject().getJsonArray("nftables")) {
          value.asJsonObject().forEach(read::take);
        }
      }
      return Set.copyOf(read.rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
