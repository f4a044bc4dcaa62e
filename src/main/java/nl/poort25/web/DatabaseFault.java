package nl.poort25.web;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Recognises errors of a database that cannot serve the portal at the moment. */
enum DatabaseFault {
  /** It is not there, or has no room left. */
  AWAY,
  /** It, or a row, is taken for longer than we wait. */
  BUSY;

  // SQLSTATE of PostgreSQL and of H2: connection, resources (53100 is a full disk), shutdown, input
  // or output; H2 closed, in use elsewhere, broken
  private static final Pattern GONE =
      Pattern.compile("08...|53[0-2]..|57P0.|58...|90020|90028|9003[01]|90067|90098|90121");

  // too many connections; a statement or the wait for a lock that took too long
  private static final Pattern TAKEN = Pattern.compile("53[34]..|57014|55P03|HYT00");

  /** Null for every other fault. */
  static DatabaseFault of(Throwable fault) {
    DatabaseFault found = null;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      var one = ofOne(cause);
      if (one == AWAY) {
        return AWAY;
      }
      found = one == null ? found : one;
    }
    return found;
  }

  private static DatabaseFault ofOne(Throwable cause) {
    if (cause instanceof SQLException e) {
      String state = "" + e.getSQLState();
      return GONE.matcher(state).matches() ? AWAY : TAKEN.matcher(state).matches() ? BUSY : null;
    }
    if (cause.getClass().getName().equals("org.h2.mvstore.MVStoreException")) {
      return AWAY; // a write that failed, which H2 calls a general error
    }
    return cause instanceof ResourceException ? BUSY : null; // the pool has none to give
  }
}
