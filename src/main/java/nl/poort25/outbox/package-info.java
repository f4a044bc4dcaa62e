/**
 * Mail that leaves the portal: written in the act's own transaction, sent at least once afterwards.
 *
 * <p>{@link Outbox} takes a mail, {@link OutboxMail} is its row, {@link MailRounds} and {@link
 * MailDelivery} send what is due through a {@link MailTransport}, {@link RetrySchedule} says when
 * to try again, {@link MailRenderer} renders it; {@link AccessLinks} (implemented in account) makes
 * links that let somebody in at the moment of sending.
 *
 * <p>The texts are {@code mail.<template>.subject} and {@code mail.<template>.body} in the bundles,
 * in plain text with {@code \n} for a new line. They have named places, {@code {domain}}, filled
 * from the arguments in one pass; they are no MessageFormat patterns. {@code {portal}} is the
 * public URL everywhere; {@code {link}} is the link that lets someone in, allowed in the body only
 * and made when the mail is sent. The subject is rendered when the mail is written, the body when
 * it is sent; a footer follows each body.
 *
 * <p>Asks: {@code round} and {@code setting} for when to send, {@code audit} for the log, {@code
 * archive} for what is old, {@code text}, {@code list} and {@code web} for its page.
 */
package nl.poort25.outbox;
