package nl.poort25.mailservice;

import java.util.Map;

/** Staff refused an order, or a change of what is active. */
public record MailServiceRefused(MailService service, Delivery refused) implements MailServiceAct {
  public boolean isChange() {
    return service.isActive();
  }

  @Override
  public Map<String, String> before() {
    return values(refused);
  }

  @Override
  public Map<String, String> after() {
    var values = values(service.getState());
    values.put("reason", service.getReason());
    return values;
  }
}
