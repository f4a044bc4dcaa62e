package nl.poort25.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.ClientAddress;
import nl.poort25.web.SecurityLogFilter;
import nl.poort25.web.Uploads;

/**
 * A line of the log for each request, where the settings ask for it: what was asked for, how it was
 * answered, how long that took, from where, by whom, and the id that the answer carries too. No
 * token and nothing that was typed stands in it.
 */
@ApplicationScoped
class RequestLog {
  /** A header: of the request, where a proxy has given it an id, and of its answer. */
  static final String HEADER = "X-Request-Id";

  private static final Logger LOG = System.getLogger("nl.poort25.request");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final long IDS = 36L * 36 * 36 * 36 * 36 * 36 * 36 * 36;

  private ClientAddress client;
  private boolean wanted;

  protected RequestLog() {}

  @Inject
  RequestLog(Settings settings, ClientAddress client) {
    this.client = client;
    wanted = settings.flag(Setting.LOG_REQUESTS);
  }

  /** Gives the answer the id of its request. */
  void begin(HttpServletRequest request, HttpServletResponse response) {
    if (wanted) {
      response.setHeader(HEADER, id(request.getHeader(HEADER)));
    }
  }

  static String id(String given) {
    return given != null && ID.matcher(given).matches()
        ? given
        : Long.toString(ThreadLocalRandom.current().nextLong(IDS), 36);
  }

  void end(HttpServletRequest request, HttpServletResponse response, int status, Duration took) {
    if (wanted) {
      LOG.log(
          Level.INFO,
          String.format(
              Locale.ROOT,
              "%s %d %d ms id=%s client=%s who=%s",
              SecurityLogFilter.place(request.getMethod(), Uploads.path(request)),
              status,
              took.toMillis(),
              response.getHeader(HEADER),
              client.addressOf(request),
              request.getAttribute(SecurityLogFilter.WHO) instanceof String who ? who : "-"));
    }
  }
}
