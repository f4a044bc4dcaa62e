package nl.poort25.web;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The page for every status of 400 and above that no resource has worded itself. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
  private static final Logger LOG = System.getLogger(ErrorServlet.class.getName());
  @Inject transient Templates templates;

  @Resource(lookup = "java:app/jdbc/poort25")
  transient DataSource source;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (status == null) {
      status = 404; // somebody typed /error
      response.setStatus(404);
    }
    boolean isKept = cause == null && request.getAttribute(Faults.ATTRIBUTE) != null;
    if (isKept) {
      cause = (Throwable) request.getAttribute(Faults.ATTRIBUTE);
    }
    String id = cause == null && status < 500 ? null : Faults.log(LOG, Level.ERROR, cause);
    var database = DatabaseFault.of(cause);
    boolean isOurs = isKept || status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    if (database == null && isOurs && saysNothing(cause)) {
      database = found();
    }
    if (database != null) {
      status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      response.setStatus(status);
    } else if (isKept && status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      // who is asking could not be looked up: that is no fault of his
      status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
      response.setStatus(status);
    }
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", ErrorPages.SECONDS_TO_WAIT);
    }
    response.setContentType("text/html;charset=UTF-8");
    String page;
    try {
      var html = new StringWriter();
      var error = database == null ? ErrorPages.of(status, id) : ErrorPages.of(database, id);
      templates.render(error, request, html);
      page = html.toString();
    } catch (RuntimeException e) {
      // even the error page fails: say the least, never let the container show what it knows
      page = ErrorPages.plain(Faults.log(LOG, Level.ERROR, e));
    }
    response.getWriter().write(page);
  }

  /** Of a commit that failed, the container does not say why. */
  private static boolean saysNothing(Throwable cause) {
    return cause == null || cause instanceof TransactionalException;
  }

  /** Then the database is asked itself. */
  private DatabaseFault found() {
    try (var connection = source.getConnection()) {
      return connection.isClosed() ? DatabaseFault.AWAY : null;
    } catch (SQLException e) {
      var fault = DatabaseFault.of(e);
      return fault == null ? DatabaseFault.AWAY : fault;
    }
  }
}
