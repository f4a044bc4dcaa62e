/**
 * Mail that leaves the portal: written in the act's own transaction, sent at least once afterwards.
 *
 * <p>The texts of a mail are {@code mail.<template>.subject} and {@code mail.<template>.body} in
 * the bundles, in plain text with {@code \n} for a new line. They have named places, {@code
 * {domain}}, filled from the arguments in one pass; these are no MessageFormat patterns. {@code
 * {portal}} is the public URL everywhere; {@code {link}} is the link that lets someone in, allowed
 * in the body only and made when the mail is sent. The subject is put into words when the mail is
 * written, the body when it is sent; a footer follows each body.
 */
package nl.poort25.outbox;
