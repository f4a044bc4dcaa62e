package nl.poort25.audit;

/**
 * What an act is about.
 *
 * @param type domain, account, partner, mail: the history of a subject gathers all acts on it
 * @param label what a person calls it, as it was then
 */
public record Subject(String type, long id, String label) {}
