package nl.poort25.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.LinkedHashSet;
import nl.poort25.outbox.Undelivered.Retry;
import nl.poort25.text.Truncation;

/** Turns the failure of an SMTP delivery into an {@link Undelivered}. */
final class SmtpReply {
  private static final int LONGEST = 300;

  private SmtpReply() {}

  /** A recipient that is refused with 5yz is refused for good; anything else may change. */
  static Undelivered read(MessagingException fault, boolean connected) {
    Retry outlook = refusedForGood(fault) ? Retry.NEVER : connected ? Retry.LATER : Retry.NO_SERVER;
    return new Undelivered(outlook, words(fault));
  }

  private static boolean refusedForGood(MessagingException fault) {
    if (fault instanceof SendFailedException refused) {
      var invalid = refused.getInvalidAddresses();
      return invalid != null && invalid.length > 0;
    }
    return fault instanceof AddressException;
  }

  private static String words(MessagingException fault) {
    var said = new LinkedHashSet<String>();
    for (Exception next = fault; next != null && said.size() < 5; next = following(next)) {
      String message = next.getMessage();
      said.add(MailTemplate.oneLine(message == null ? next.getClass().getSimpleName() : message));
    }
    // Jakarta Mail's own heading tells nothing that the server's answer does not
    if (said.size() > 1) {
      said.remove("Invalid Addresses");
    }
    return Truncation.to(LONGEST, withoutSecrets(String.join("; ", said)));
  }

  private static Exception following(Exception fault) {
    return fault instanceof MessagingException e
        ? e.getNextException()
        : fault.getCause() instanceof Exception cause ? cause : null;
  }

  /** Servers quote the mail that they refuse: its links, and what looks like a link's token. */
  static String withoutSecrets(String text) {
    return text.replaceAll("(?i)https?:\\S+", "(URL)").replaceAll("[A-Za-z0-9_-]{40,}", "(\u2026)");
  }
}
