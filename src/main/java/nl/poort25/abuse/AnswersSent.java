package nl.poort25.abuse;

/**
 * Event: the partner has sent answers in this transaction, each of which is an act of its own.
 *
 * @param items how many
 */
record AnswersSent(AbuseCase abuseCase, int items) {}
