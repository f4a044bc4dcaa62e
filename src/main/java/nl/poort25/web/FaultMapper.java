package nl.poort25.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Turns what a resource throws into a page, or for a program at an enforcement point into a line.
 * Two people (or two tabs) at the same thing are a 409, not a fault; a program asks again, since to
 * it a 409 is what it has otherwise than it should.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
  private static final String OF_PROGRAMS = "enforcement/";
  private static final Logger LOG = System.getLogger(FaultMapper.class.getName());

  // integrity, serialization and deadlock; H2 has codes of its own for a concurrent update
  private static final Pattern COLLISION = Pattern.compile("23...|40...|90131|HYT00");

  @Context private UriInfo asked;

  @Override
  public Response toResponse(Throwable fault) {
    boolean isPage = !asked.getPath().startsWith(OF_PROGRAMS);
    return toResponse(fault, isPage);
  }

  /**
   * @param isPage a person reads it
   */
  static Response toResponse(Throwable fault, boolean isPage) {
    if (fault instanceof WebApplicationException answered) {
      if (answered.getResponse().getStatus() == 403 && CurrentRequest.current() != null) {
        CurrentRequest.current().request().setAttribute(SecurityLogFilter.ROLE, true);
      }
      return answered.getResponse();
    }
    if (fault instanceof Busy) {
      return isPage ? later(ErrorPages.of(503, null)) : line(503, "busy: ask again");
    }
    var database = DatabaseFault.of(fault);
    if (database != null) {
      String id = Faults.log(LOG, Level.ERROR, fault);
      return isPage
          ? later(ErrorPages.of(database, id))
          : line(503, "the database is away or busy: ask again (" + id + ")");
    }
    if (Conflict.isConflict(fault) || isCollision(fault)) {
      if (isPage) {
        return answer(409, ErrorPages.of(409, null)).build();
      }
      // of what it is told to ask again for ever somebody is to hear
      LOG.log(Level.WARNING, "a program is to ask again", fault);
      return line(503, "another request is at the same thing: ask again");
    }
    String id = Faults.log(LOG, Level.ERROR, fault);
    return isPage
        ? answer(500, ErrorPages.of(500, id)).build()
        : line(500, "a fault of the portal, in its log as " + id);
  }

  private static Response later(Page page) {
    return answer(503, page).header("Retry-After", ErrorPages.SECONDS_TO_WAIT).build();
  }

  private static Response line(int status, String text) {
    var answer =
        Response.status(status)
            .type("text/plain;charset=US-ASCII")
            .entity((text + "\n").getBytes(US_ASCII));
    return (status == 503 ? answer.header("Retry-After", ErrorPages.SECONDS_TO_WAIT) : answer)
        .build();
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
