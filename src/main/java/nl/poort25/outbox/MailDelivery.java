package nl.poort25.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import nl.poort25.outbox.Undelivered.Retry;
import nl.poort25.round.RoundRun;

/**
 * Sends the mails that are due, one after the other: claim, send outside any transaction, record
 * the result.
 */
final class MailDelivery {
  private static final Logger LOG = System.getLogger(MailDelivery.class.getName());
  private final MailQueue queue;
  private final MailRenderer letters;
  private final AccessLinks links;
  private final MailTransport channel;

  MailDelivery(MailQueue queue, MailRenderer letters, AccessLinks links, MailTransport channel) {
    this.queue = queue;
    this.letters = letters;
    this.links = links;
    this.channel = channel;
  }

  /** Sends until nothing is due, the server is down, or the turn is over. */
  void sendDue(RoundRun turn) {
    boolean more = true;
    while (more && !turn.isOver()) {
      more = queue.claim().map(this::send).orElse(false);
    }
  }

  /** Returns whether it makes sense to go on with the next mail. */
  private boolean send(OutboxMail mail) {
    try {
      channel.deliver(letters.letter(mail, link(mail)));
    } catch (Undelivered e) {
      LOG.log(Level.WARNING, "mail {0}: {1}", String.valueOf(mail.getId()), e.getMessage());
      queue.markFailed(mail, e);
      return e.outlook() != Retry.NO_SERVER;
    }
    queue.markSent(mail.getId());
    return true;
  }

  private AccessLinks.Link link(OutboxMail mail) throws Undelivered {
    if (mail.getLinkPurpose() == null) {
      return null;
    }
    try {
      return links.make(mail.getLinkPurpose(), mail.getLinkAccountId());
    } catch (IllegalStateException e) {
      throw new Undelivered(Retry.NEVER, "this account can have no such link any more");
    }
  }
}
