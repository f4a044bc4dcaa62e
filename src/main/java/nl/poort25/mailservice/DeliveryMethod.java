package nl.poort25.mailservice;

/** How the partner gets the mail: delivered to his server by SMTP, or fetched by POP3. */
public enum DeliveryMethod {
  SMTP,
  POP3
}
