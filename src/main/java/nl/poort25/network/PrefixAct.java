package nl.poort25.network;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** What happens to a prefix of the provider. */
public sealed interface PrefixAct extends Act {
  ProviderPrefix prefix();

  @Override
  default Subject subject() {
    return new Subject("prefix", prefix().getId(), prefix().getCidr().toString());
  }

  @Override
  default Long partnerId() {
    return null;
  }

  record PrefixAdded(ProviderPrefix prefix) implements PrefixAct {
    @Override
    public Map<String, String> after() {
      var values = new LinkedHashMap<String, String>();
      values.put("origin", prefix.getOrigin().name());
      if (prefix.getNote() != null) {
        values.put("note", prefix.getNote());
      }
      return values;
    }
  }

  record PrefixRemoved(ProviderPrefix prefix) implements PrefixAct {
    @Override
    public Map<String, String> before() {
      return Map.of("origin", prefix.getOrigin().name());
    }
  }
}
