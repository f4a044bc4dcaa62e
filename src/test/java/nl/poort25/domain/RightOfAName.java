package nl.poort25.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Article 3.5 once more, in words of its own and without a database: who may get the mail of a name
 * after what happened to it, to the one above it and to the one below it. One event an hour.
 */
final class RightOfAName {
  private static final class Held {
    final String by;
    Integer sawOtherwise;
    String proof = "";
    boolean lost;
    Integer lostAt;

    Held(String by) {
      this.by = by;
    }
  }

  private record Other(String by, int until) {}

  private final Map<String, Held> held = new HashMap<>();
  private final List<Other> ended = new ArrayList<>();
  private final List<Other> refused = new ArrayList<>();
  private int hour;

  /** Whether the event can happen and changes anything at all. */
  boolean isPossible(String event) {
    var name = held.get("");
    return switch (event) {
      case "wrong", "right", "txt", "both", "unknown", "staff" -> name != null;
      default -> {
        if (event.charAt(0) == '>') {
          yield name != null && !name.by.equals(event.substring(1));
        }
        var there = held.get(event.substring(2));
        boolean mine = there != null && there.by.equals(event.substring(0, 1));
        yield event.charAt(1) == '+' ? !mine : mine;
      }
    };
  }

  void happens(String event) {
    hour++;
    var name = held.get("");
    switch (event) {
      case "wrong", "right", "txt", "both" -> seen(name, event);
      case "unknown" -> {}
      case "staff" -> name.proof = "staff";
      default -> {
        if (event.charAt(0) == '>') {
          transferred(name.by, event.substring(1));
        } else if (event.charAt(1) == '+') {
          asked(event.substring(0, 1), event.substring(2));
        } else {
          ended.add(new Other(held.remove(event.substring(2)).by, hour));
        }
      }
    }
  }

  private void asked(String by, String where) {
    // the three names overlap one another
    if (held.values().stream().anyMatch(h -> !h.by.equals(by))) {
      refused.add(new Other(by, hour));
    } else {
      held.put(where, new Held(by));
    }
  }

  private void transferred(String from, String to) {
    for (String where : List.copyOf(held.keySet())) {
      ended.add(new Other(from, hour));
      var now = new Held(to);
      now.proof = "staff";
      held.put(where, now);
    }
  }

  private void seen(Held name, String what) {
    boolean right = what.equals("right") || what.equals("both");
    if (!right && name.sawOtherwise == null) {
      name.sawOtherwise = hour;
    }
    if (name.proof.equals("staff")) {
      return;
    }
    if (what.equals("txt") || what.equals("both")) {
      name.proof = "txt";
      name.lost = false;
    } else if (right && name.proof.equals("mx")) {
      name.lost = name.lost && refused.stream().anyMatch(r -> isOther(r, name, name.lostAt));
    } else if (right && mayProve(name)) {
      name.proof = "mx";
      name.lost = false;
    } else if (!name.proof.isEmpty() && !name.lost) {
      name.lost = true;
      name.lostAt = hour;
    }
  }

  private boolean mayProve(Held name) {
    return name.sawOtherwise != null
        && refused.stream().noneMatch(r -> isOther(r, name, 0))
        && ended.stream().noneMatch(e -> isOther(e, name, name.sawOtherwise));
  }

  private static boolean isOther(Other other, Held name, int since) {
    return !other.by.equals(name.by) && other.until >= since;
  }

  String mail() {
    var name = held.get("");
    return name == null || name.proof.isEmpty() ? "-" : name.by;
  }
}
