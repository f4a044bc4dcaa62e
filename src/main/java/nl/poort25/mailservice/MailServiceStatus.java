package nl.poort25.mailservice;

/**
 * What is said of a mail service in a word.
 *
 * @param changing whether a change of it waits
 */
public record MailServiceStatus(MailServiceState state, boolean changing) {
  /** The end of the key of what is said of it. */
  public String word() {
    return changing ? state + ".changing" : state.name();
  }

  /** The kind of its status word. */
  public String sign() {
    return changing ? "wait" : state.getSign();
  }
}
