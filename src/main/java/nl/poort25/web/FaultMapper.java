package nl.poort25.web;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Turns what a resource throws into a page. Two people (or two tabs) at the same thing are a 409,
 * not a fault.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(FaultMapper.class.getName());

  // integrity, serialization and deadlock; H2 has codes of its own for a concurrent update
  private static final Pattern COLLISION = Pattern.compile("23...|40...|90131|HYT00");

  @Override
  public Response toResponse(Throwable fault) {
    if (fault instanceof WebApplicationException answered) {
      if (answered.getResponse().getStatus() == 403 && CurrentRequest.current() != null) {
        CurrentRequest.current().request().setAttribute(SecurityLogFilter.ROLE, true);
      }
      return answered.getResponse();
    }
    if (fault instanceof Busy) {
      return answer(503, ErrorPages.of(503, null))
          .header("Retry-After", ErrorPages.SECONDS_TO_WAIT)
          .build();
    }
    var database = DatabaseFault.of(fault);
    if (database != null) {
      String id = Faults.log(LOG, Level.ERROR, fault);
      return answer(503, ErrorPages.of(database, id))
          .header("Retry-After", ErrorPages.SECONDS_TO_WAIT)
          .build();
    }
    if (Conflict.isConflict(fault) || isCollision(fault)) {
      return answer(409, ErrorPages.of(409, null)).build();
    }
    String id = Faults.log(LOG, Level.ERROR, fault);
    return answer(500, ErrorPages.of(500, id)).build();
  }

  /** Whether the database refused a row because of one that another transaction has written. */
  public static boolean isCollision(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof PessimisticLockException
          || cause instanceof LockTimeoutException
          || (cause instanceof SQLException e
              && COLLISION.matcher("" + e.getSQLState()).matches())) {
        return true;
      }
    }
    return false;
  }

  private static Response.ResponseBuilder answer(int status, Page page) {
    return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(page);
  }
}
