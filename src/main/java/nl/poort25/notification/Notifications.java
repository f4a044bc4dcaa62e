package nl.poort25.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.Map;
import nl.poort25.account.Account;
import nl.poort25.outbox.Outbox;

/** Tells accounts, as each has chosen, in the transaction of what it is about. */
@ApplicationScoped
@Transactional(TxType.MANDATORY) // no act without it, and none of it without the act
public class Notifications {
  @PersistenceContext EntityManager em;
  @Inject NotificationChoices choices;
  @Inject Outbox outbox;
  @Inject InstantSource clock;

  /**
   * @param path of the page where it is; a line of the morning's mail leads there
   * @param template as {@link Outbox#write} takes it, and the arguments
   */
  public void tell(
      Account to,
      NotificationKind kind,
      String path,
      String template,
      Map<String, String> arguments) {
    switch (choices.of(to, kind)) {
      case AT_ONCE -> outbox.write(to.getEmail(), to.getLanguage(), template, arguments);
      case DIGEST ->
          em.persist(
              new DigestItem(
                  to.getId(),
                  kind,
                  outbox.subject(to.getLanguage(), template, arguments),
                  path,
                  clock.instant()));
      case OFF -> {
        // the pages show it
      }
    }
  }
}
