package nl.poort25.network;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** What happens to a mail server of the provider (2.5). */
public sealed interface ProviderMailServerAct extends Act {
  ProviderMailServer server();

  @Override
  default Subject subject() {
    return new Subject("mail-server", server().getId(), server().getAddress().toString());
  }

  record MailServerProposed(ProviderMailServer server) implements ProviderMailServerAct {
    @Override
    public Map<String, String> after() {
      return Map.of("reason", server.getReason());
    }
  }

  /** By a second person; the firewalls keep it open from here on. */
  record MailServerListed(ProviderMailServer server) implements ProviderMailServerAct {}

  record MailServerDeclined(ProviderMailServer server) implements ProviderMailServerAct {}

  record MailServerRemovalProposed(ProviderMailServer server) implements ProviderMailServerAct {
    @Override
    public Map<String, String> after() {
      return Map.of("reason", server.getRemovalReason());
    }
  }

  /** What was proposed for that reason came to nothing. */
  record MailServerStays(ProviderMailServer server, String proposed)
      implements ProviderMailServerAct {
    @Override
    public Map<String, String> before() {
      return Map.of("reason", proposed);
    }
  }

  /** By a second person; it is closed like any other address from here on. */
  record MailServerRemoved(ProviderMailServer server) implements ProviderMailServerAct {}
}
