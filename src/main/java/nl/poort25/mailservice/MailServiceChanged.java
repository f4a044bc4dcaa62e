package nl.poort25.mailservice;

import java.util.Map;

/** The partner asked for other fields: of an order, or of what is active. */
public record MailServiceChanged(MailService service, Delivery was) implements MailServiceAct {
  @Override
  public Map<String, String> before() {
    return values(was);
  }

  @Override
  public Map<String, String> after() {
    return values(service.asked());
  }
}
