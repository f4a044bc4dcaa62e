package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/**
 * Rate limit for invitations of one partner per hour, since each sends a mail to an address of his
 * choice.
 */
@ApplicationScoped
class InvitationLimit {
  @Inject HourlyLimits limits;
  @Inject Settings settings;

  /** Counts one; where it is one too many, the error for that field. */
  boolean tryInvite(long partnerId, FormErrors errors, String field) {
    int most = settings.number(Setting.INVITATIONS_HOUR);
    if (limits.tryCount("invitations:" + partnerId, most)) {
      return true;
    }
    errors.add(field, "account.invite.limit", most);
    return false;
  }

  Response answer(Page page) {
    return TooManyRequests.answer(page, limits.pause());
  }
}
