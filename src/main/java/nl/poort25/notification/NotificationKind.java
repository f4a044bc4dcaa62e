package nl.poort25.notification;

import static nl.poort25.account.Role.ADMINISTRATOR;
import static nl.poort25.account.Role.NETWORK;
import static nl.poort25.account.Role.PARTNER_ADMIN;
import static nl.poort25.account.Role.PARTNER_USER;
import static nl.poort25.account.Role.REVIEWER;
import static nl.poort25.notification.NotificationWay.AT_ONCE;
import static nl.poort25.notification.NotificationWay.DIGEST;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Role;

/**
 * What accounts are told of, each a thing that makes somebody act or that somebody waits for. What
 * cannot be switched off, a block, an investigation, the account itself, is none of these.
 */
public enum NotificationKind {
  /** A request of one's own was received (4.8). */
  RECEIPT(AT_ONCE, PARTNER_USER, PARTNER_ADMIN),
  /** Staff has decided on a request, an order or a change. */
  DECISION(AT_ONCE, PARTNER_USER, PARTNER_ADMIN),
  /** Staff has written in a ticket, mostly a question. */
  MESSAGE(AT_ONCE, PARTNER_USER, PARTNER_ADMIN),
  /** Port 25 is open, or closed, as it was decided (4.10). */
  PORT(AT_ONCE, PARTNER_USER, PARTNER_ADMIN),
  /** The partner is to say that he still needs what is open (4.18). */
  CONFIRMATION(AT_ONCE, PARTNER_USER, PARTNER_ADMIN),
  /** A name: its proof, who runs its DNS, whose it is (3.5, 3.12). */
  DOMAIN(AT_ONCE, PARTNER_ADMIN),

  /** A partner has asked for something: it waits for a decision, within the term (4.9). */
  REQUEST(AT_ONCE, REVIEWER, ADMINISTRATOR),
  /** A partner has answered in a ticket. */
  ANSWER(AT_ONCE, REVIEWER, NETWORK, ADMINISTRATOR),
  /** A mail service is ordered, or a change of one: staff sets it up (3.8). */
  ORDER(DIGEST, REVIEWER, ADMINISTRATOR),
  /** A ticket was given to somebody, or taken from him. */
  ASSIGNMENT(AT_ONCE, REVIEWER, NETWORK, ADMINISTRATOR),
  /** What was decided is to be opened or closed by hand (4.10). */
  NETWORK_TASK(AT_ONCE, NETWORK),
  /** An alarm of the enforcement points, or of the portal itself. */
  ALARM(AT_ONCE, NETWORK);

  private final NotificationWay usual;
  private final Set<Role> roles;

  NotificationKind(NotificationWay usual, Role... roles) {
    this.usual = usual;
    this.roles = EnumSet.copyOf(Arrays.asList(roles));
  }

  /** How one is told who has chosen nothing. */
  public NotificationWay getUsual() {
    return usual;
  }

  /** Whether somebody with these roles may be told of it. */
  public boolean isFor(Set<Role> some) {
    return some.stream().anyMatch(roles::contains);
  }

  /** Those that somebody with these roles may be told of. */
  public static List<NotificationKind> of(Set<Role> roles) {
    return Arrays.stream(values()).filter(kind -> kind.isFor(roles)).toList();
  }
}
