/**
 * Texts in two languages: keys with arguments, and how they are put into words for a reader.
 *
 * <p>Start with {@link Text} (a key with its arguments, which code passes on), {@link Texts} (the
 * two bundles) and {@link LocalizedTexts} (one reader's language, with dates, numbers and
 * durations; a template has it as {@code t}). The rest compares, shortens and cleans what people
 * typed.
 *
 * <p>Asks: {@code setting} for the numbers that texts name. Knows nothing of pages.
 */
package nl.poort25.text;
