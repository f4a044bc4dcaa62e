package nl.poort25.account;

/**
 * Somebody of the staff can do no work any more: he was locked, or only reads from now on. What he
 * had is handed on in the same transaction.
 *
 * @param successor who takes it over; null for nobody, so that it waits for whoever takes it
 */
public record ColleagueLeft(Account account, Account successor) {}
