package nl.poort25.point;

import nl.poort25.enforcement.PointClaim;

/**
 * The request of an agent for its state; older agents leave fields out.
 *
 * @param claim what it holds; null from an agent of before version 2
 * @param known the tag of what it was given last; empty for none
 * @param have the number of the state that it holds exactly, or null
 * @param knows what its agent knows beyond the lines of the first agents; may be null
 * @param document the last document that it took; null from an agent of before version 5, which
 *     knows no numbers of documents
 * @param key the fingerprint of the key that it verifies with; null from an agent of before version
 *     5, which cannot change it
 */
record StateRequest(
    PointClaim claim, String known, Long have, String knows, DocumentClaim document, String key) {
  static StateRequest of(
      String etag, String from, String knows, String holds, String count, String key) {
    return new StateRequest(
        claim(holds),
        tag(etag),
        from != null && from.matches("\\d{1,18}") ? Long.valueOf(from) : null,
        knows,
        DocumentClaim.parse(count).orElse(null),
        key != null && key.matches("[0-9a-f]{64}") ? key : null);
  }

  /** Without its quotes; empty for none. */
  static String tag(String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }

  /** Null where it is not said. */
  static PointClaim claim(String holds) {
    if (holds == null || !holds.matches("0|\\d{1,18}-[0-9a-f]{64}")) {
      return null;
    }
    String[] parts = holds.split("-");
    return new PointClaim(Long.parseLong(parts[0]), parts.length == 1 ? null : parts[1]);
  }

  /** Whether its agent takes documents with a number. */
  boolean numbersDocuments() {
    return document != null;
  }
}
