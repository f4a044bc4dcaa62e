package nl.poort25.list;

import java.util.List;

/**
 * What is read of a list.
 *
 * @param key where it begins; null for one end
 * @param back the other way, from the key to the first row
 * @param most rows
 */
record ListPart(List<Object> key, boolean back, int most) {
  ListPart from(List<Object> otherKey, int left) {
    return new ListPart(otherKey, back, left);
  }
}
