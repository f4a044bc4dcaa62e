package nl.poort25.outbox;

/** A way to deliver mail: a mail server, or the demo's mailbox. */
interface MailTransport {
  /** Returns once the other side has taken the mail; called outside any transaction. */
  void deliver(RenderedMail letter) throws Undelivered;
}
