package nl.poort25.point;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a chain or rule of nftables' JSON as one canonical text, the same for every version of
 * nft: 1.0.6 prints a bare list of flags where 1.1.3 prints an object with the operator as its key,
 * later ones a word for a list of one, and keys come in any order.
 */
final class NftablesCanonicalText {
  private NftablesCanonicalText() {}

  static String of(JsonValue value) {
    var text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(JsonValue value, StringBuilder text) {
    if (value instanceof JsonObject object) {
      text.append('{');
      for (var member : new TreeMap<>(object).entrySet()) {
        String key = member.getKey();
        if (key.equals("handle")) {
          continue; // another at each load
        }
        text.append(text.charAt(text.length() - 1) == '{' ? "" : ", ").append(key).append(": ");
        switch (key) {
          case "&" -> writeMasked(member.getValue(), text);
          case "flags" -> writeBits(member.getValue(), text);
          default -> write(member.getValue(), text);
        }
      }
      text.append('}');
    } else if (value instanceof JsonArray array) {
      text.append('[');
      for (var one : array) {
        text.append(text.charAt(text.length() - 1) == '[' ? "" : ", ");
        write(one, text);
      }
      text.append(']');
    } else {
      text.append(value);
    }
  }

  /** What is masked, and with which bits. */
  private static void writeMasked(JsonValue operands, StringBuilder text) {
    if (operands instanceof JsonArray both && both.size() == 2) {
      text.append('[');
      write(both.get(0), text);
      text.append(", ");
      writeBits(both.get(1), text);
      text.append(']');
    } else {
      write(operands, text);
    }
  }

  /** Names of bits in the order of their letters, however they were joined. */
  private static void writeBits(JsonValue value, StringBuilder text) {
    var names = new TreeSet<String>();
    if (gather(value, names)) {
      text.append(names);
    } else {
      write(value, text);
    }
  }

  private static boolean gather(JsonValue value, Set<String> names) {
    if (value instanceof JsonString name) {
      names.add(name.toString());
      return true;
    }
    if (value instanceof JsonArray array) {
      return array.stream().allMatch(one -> gather(one, names));
    }
    return value instanceof JsonObject object
        && object.size() == 1
        && object.containsKey("|")
        && gather(object.get("|"), names);
  }
}
