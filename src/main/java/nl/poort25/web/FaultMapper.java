package nl.poort25.web;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/**
 * Turns what a resource throws into a page. Two people (or two tabs) at the same thing are a 409,
 * not a fault.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(FaultMapper.class.getName());

  @Override
  public Response toResponse(Throwable fault) {
    if (fault instanceof WebApplicationException answered) {
      return answered.getResponse();
    }
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof Conflict
          || cause instanceof OptimisticLockException
          || collides(cause)) {
        return page(409, null);
      }
    }
    return page(500, Faults.log(LOG, Level.ERROR, fault));
  }

  /** Whether the database refused a row because of one that another transaction has written. */
  public static boolean collides(Throwable cause) {
    for (Throwable next = cause; next != null; next = next.getCause()) {
      if (next instanceof SQLException e
          && e.getSQLState() != null
          && (e.getSQLState().startsWith("23") || e.getSQLState().startsWith("40"))) {
        return true;
      }
      if (next instanceof PersistenceException && next.getCause() == next) {
        return false;
      }
    }
    return false;
  }

  private static Response page(int status, String id) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(ErrorPages.of(status, id))
        .build();
  }
}
