package nl.poort25.audit;

import java.util.List;
import java.util.regex.Pattern;

/** One field of what an act changed; either side may be missing. */
public record Change(String field, String before, String after) {
  private static final Pattern CONSTANTS = Pattern.compile("[A-Z][A-Z_]*(, [A-Z][A-Z_]*)*");

  /** From one value to another. */
  public boolean isChanged() {
    return before != null && after != null && !before.equals(after);
  }

  /** To no value. */
  public boolean isRemoved() {
    return after == null;
  }

  /** Only what it is: it was nothing, or the same. */
  public boolean isSaid() {
    return !isChanged() && !isRemoved();
  }

  /** A note is for staff. */
  public boolean isShownTo(boolean staff) {
    return staff || !field.equals("note");
  }

  /** The value, or each of the constants that it lists, which have texts of their own. */
  public List<String> beforeWords() {
    return words(before);
  }

  public List<String> afterWords() {
    return words(after);
  }

  private static List<String> words(String value) {
    if (value == null || value.isEmpty()) {
      return List.of();
    }
    return CONSTANTS.matcher(value).matches() ? List.of(value.split(", ")) : List.of(value);
  }
}
