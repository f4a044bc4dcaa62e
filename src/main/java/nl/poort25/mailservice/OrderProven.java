package nl.poort25.mailservice;

/** Event: what waited for its partner's proof of control waits for staff since this transaction. */
record OrderProven(MailService service) {}
