package nl.poort25.outbox;

import java.time.Instant;

/**
 * A mail with its final subject and body, ready to be sent.
 *
 * @param messageId with its angle brackets; the same at every try
 * @param body plain text with its footer, perhaps with a link that lets someone in
 */
record RenderedMail(
    String messageId,
    String recipient,
    String language,
    String subject,
    String body,
    Instant writtenAt) {}
