package nl.poort25.text;

/**
 * The difference between two states in one format, as text.
 *
 * @param format as staff knows it, in no language
 * @param text a line each, which tells what comes from what goes; empty where nothing would change
 */
public record FormattedDiff(String format, String text) {}
