package nl.poort25.mailservice;

import java.util.Map;

/** The partner ended it. */
public record MailServiceCancelled(MailService service, MailServiceState was)
    implements MailServiceAct {
  @Override
  public Map<String, String> before() {
    return values(was);
  }

  @Override
  public Map<String, String> after() {
    return values(service.getState());
  }
}
