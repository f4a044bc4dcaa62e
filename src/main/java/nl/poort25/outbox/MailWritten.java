package nl.poort25.outbox;

/** Event: a mail was written to the outbox in this transaction. */
record MailWritten() {}
