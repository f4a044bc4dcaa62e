package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Actor;
import nl.poort25.outbox.Outbox;
import nl.poort25.web.Conflict;

/** Checks and changes second factors, each in one short transaction that no other one overtakes. */
@ApplicationScoped
public class SecondFactors {
  @Inject Accounts accounts;
  @Inject Outbox outbox;
  @Inject Actor actor;
  @Inject Event<Act> acts;

  /** Whether the code is right; it is used up then. */
  @Transactional
  public boolean useCode(long accountId, String code, Instant now) {
    return accounts.locked(accountId).useCode(code, now);
  }

  /**
   * Uses up a recovery code.
   *
   * @param known the account as it was when the slow hash was made from its salt
   * @return false if another code of it was used meanwhile
   */
  @Transactional
  public boolean useRecoveryCode(Account known, RecoveryCodes left) {
    var account = accounts.locked(known.getId());
    var factor = account.getSecondFactor();
    if (!known.getSecondFactor().getRecoveryCodes().equals(factor.getRecoveryCodes())) {
      return false;
    }
    factor.setRecoveryCodes(left);
    actor.actAs(account.getId(), account.getName(), account.isStaff());
    acts.fire(new AccountAct.RecoveryCodeUsed(account, left.left()));
    tell(account, "recovery-code-used", Map.of("left", Integer.toString(left.left())));
    return true;
  }

  @Transactional
  public Account turnOn(long accountId, Totp totp, long step, RecoveryCodes codes) {
    var account = accounts.locked(accountId);
    actor.actAs(account.getId(), account.getName(), account.isStaff());
    acts.fire(account.useSecondFactor(totp, step, codes));
    tell(account, "second-factor-on", Map.of());
    return account;
  }

  @Transactional
  public Account turnOff(long accountId) {
    var account = accounts.locked(accountId);
    acts.fire(account.dropSecondFactor(null));
    tell(account, "second-factor-off", Map.of());
    return account;
  }

  @Transactional
  public void renew(long accountId, RecoveryCodes codes) {
    var account = accounts.locked(accountId);
    if (!account.hasSecondFactor()) {
      throw new Conflict("account " + accountId + " has no second factor");
    }
    account.getSecondFactor().setRecoveryCodes(codes);
    acts.fire(new AccountAct.RecoveryCodesRenewed(account));
    tell(account, "recovery-codes-renewed", Map.of());
  }

  /** By whoever looks after the account, for who has lost both the telephone and the codes. */
  @Transactional(TxType.MANDATORY)
  void reset(Account account, String note, SignedInUser by) {
    acts.fire(account.dropSecondFactor(note));
    tell(account, "second-factor-reset", Map.of("by", by.name()));
  }

  /** The owner, whoever did it: a change that he did not make he must hear of. */
  private void tell(Account account, String what, Map<String, String> more) {
    var arguments = new HashMap<String, String>(more);
    arguments.put("name", account.getName());
    outbox.write(account.getEmail(), account.getLanguage(), what, arguments);
  }
}
