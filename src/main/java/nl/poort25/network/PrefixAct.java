package nl.poort25.network;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.ActFields;
import nl.poort25.audit.Subject;

/** What happens to a prefix of the provider. */
public sealed interface PrefixAct extends Act {
  ProviderPrefix prefix();

  @Override
  default Subject subject() {
    return new Subject("prefix", prefix().getId(), prefix().getCidr().toString());
  }

  record PrefixAdded(ProviderPrefix prefix) implements PrefixAct {
    @Override
    public Map<String, String> after() {
      return ActFields.of("origin", prefix.getOrigin()).and("note", prefix.getNote());
    }
  }

  record PrefixRemoved(ProviderPrefix prefix) implements PrefixAct {
    @Override
    public Map<String, String> before() {
      return Map.of("origin", prefix.getOrigin().name());
    }
  }
}
