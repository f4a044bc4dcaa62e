package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.poort25.account.HourlyLimits;
import nl.poort25.web.Page;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/**
 * How often in an hour a partner may hear that a name is not to be had: each answer tells that
 * somebody else has it. When he has heard it so often he hears nothing of any name, held or free.
 */
@ApplicationScoped
class NameChecks {
  @Inject HourlyLimits limits;
  @Inject Settings settings;

  boolean hasRoom(long partnerId) {
    return limits.hasRoom(about(partnerId), most());
  }

  /** A name was refused to him. */
  void refused(long partnerId) {
    limits.count(about(partnerId), most());
  }

  /** The answer where there is no room, which says when there is again. */
  Response answer(Page page) {
    return Response.status(429)
        .header(HttpHeaders.RETRY_AFTER, limits.pause().toSeconds() + 1)
        .entity(page)
        .build();
  }

  private int most() {
    return settings.number(Setting.NAME_CHECKS_HOUR);
  }

  private static String about(long partnerId) {
    return "names:" + partnerId;
  }
}
