package nl.poort25.account;

import nl.poort25.text.Text;

/** Whether somebody can sign in with an account, in one word. */
public enum AccountStatus {
  LOCKED("bad", "account.state.locked"),
  INVITED("wait", "account.state.invited"),
  ACTIVE("ok", "account.state.active");

  private final String sign;
  private final String key;

  AccountStatus(String sign, String key) {
    this.sign = sign;
    this.key = key;
  }

  static AccountStatus of(Account account) {
    if (account.isLocked()) {
      return LOCKED;
    }
    return account.isInvited() ? INVITED : ACTIVE;
  }

  /** The kind of the status word. */
  public String getSign() {
    return sign;
  }

  public Text getSaid() {
    return Text.of(key);
  }
}
