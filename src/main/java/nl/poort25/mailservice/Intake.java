package nl.poort25.mailservice;

/** How the partner takes the mail: delivered to his server, or fetched. */
public enum Intake {
  SMTP,
  POP3
}
