package nl.poort25.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import nl.poort25.database.Secret;

/**
 * The second factor of an account: the secret that it shares with an authenticator app (TOTP), and
 * the recovery codes for who has lost that.
 */
@Embeddable
public class SecondFactor {
  // encrypted, and bound to the id of the account
  @Column(name = "totp_secret")
  private String totpSecret;

  @Column(name = "totp_last_step")
  private long totpLastStep;

  @Column(name = "recovery_codes")
  private String recoveryCodes;

  protected SecondFactor() {}

  static SecondFactor none() {
    return new SecondFactor();
  }

  void turnOn(long accountId, Totp totp, long step, RecoveryCodes codes) {
    totpSecret = Secret.TOTP.encrypt(totp.secret(), accountId);
    totpLastStep = step;
    recoveryCodes = codes.stored();
  }

  void turnOff() {
    totpSecret = null;
    recoveryCodes = null;
  }

  /** Whether the code of the app is right; it is used up then (RFC 6238 5.2). */
  boolean useCode(long accountId, String code, Instant now) {
    var totp = new Totp(Secret.TOTP.decrypt(totpSecret, accountId));
    var step = totp.verify(code, now, totpLastStep);
    step.ifPresent(used -> totpLastStep = used);
    return step.isPresent();
  }

  void setRecoveryCodes(RecoveryCodes codes) {
    recoveryCodes = codes.stored();
  }

  boolean isOn() {
    return totpSecret != null;
  }

  /** As {@link RecoveryCodes#parse} reads them; null where there is no second factor. */
  public String getRecoveryCodes() {
    return recoveryCodes;
  }
}
