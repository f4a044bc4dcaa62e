package nl.poort25.mailservice;

import java.util.Map;

/**
 * Staff set up an order, or carried out a change.
 *
 * @param was what was in force before a change; null for an order
 */
public record MailServiceActivated(MailService service, Delivery was) implements MailServiceAct {
  public boolean isChange() {
    return was != null;
  }

  @Override
  public Map<String, String> before() {
    return isChange() ? values(was) : Map.of("state", MailServiceState.ORDERED.name());
  }

  @Override
  public Map<String, String> after() {
    var values = values(service.getState());
    if (service.getNote() != null) {
      values.put("note", service.getNote());
    }
    return values;
  }
}
