package nl.poort25.account;

/** Asks how much somebody of the staff has in hand; answered by whatever is given to people. */
public final class OpenWork {
  private final Account account;
  private long count;

  OpenWork(Account account) {
    this.account = account;
  }

  public Account account() {
    return account;
  }

  public void has(long more) {
    count += more;
  }

  long count() {
    return count;
  }
}
