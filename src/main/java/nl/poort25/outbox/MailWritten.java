package nl.poort25.outbox;

/** There is mail to send, once the transaction has been committed. */
record MailWritten() {}
