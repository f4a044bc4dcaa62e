package nl.poort25.notification;

import nl.poort25.web.Choice;

/** How an account is told of what is of one kind. */
public enum NotificationWay {
  /** In a mail of its own, when it happens. */
  AT_ONCE,
  /** In one mail with all else, on the morning of the next working day. */
  DIGEST,
  /** Not by mail: its pages show it. */
  OFF;

  /** Whether it is the way of that choice of a form. */
  public boolean isOf(Choice choice) {
    return choice.value().equals(name());
  }
}
