package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.poort25.account.HourlyLimits;
import nl.poort25.policy.Verdict;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.Page;

/**
 * Rate limit per partner and hour for refusals that tell that a name is held. Beyond it he gets no
 * answer about any name.
 */
@ApplicationScoped
class NameRefusalLimit {
  @Inject HourlyLimits limits;
  @Inject Settings settings;

  boolean hasRoom(long partnerId) {
    return limits.hasRoom(about(partnerId), most());
  }

  /** Counts a refusal of a name, if it tells something of another partner. */
  void countRefused(long partnerId, Verdict verdict) {
    if (RegistrationRule.NAME_IS_FREE.isViolatedIn(verdict)
        || RegistrationRule.REFUSALS_ARE_FEW.isViolatedIn(verdict)) {
      limits.tryCount(about(partnerId), most());
    }
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
