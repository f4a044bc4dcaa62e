package nl.poort25.enforcement;

import nl.poort25.domainname.DomainName;
import nl.poort25.network.Cidr;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;

/**
 * The address or name of which somebody looks up the state at a moment.
 *
 * @param key as the lines of a state have it
 */
record HistoryQuery(String text, String key) {
  /** An address; of the relays also a name. Null, with an error at the field, for anything else. */
  static HistoryQuery read(
      EnforcementTarget target, String field, String typed, FormErrors errors) {
    try {
      if (target == EnforcementTarget.RELAY && !typed.strip().matches("[0-9a-fA-F:.]*")) {
        var name = DomainName.parse(typed);
        return new HistoryQuery(name.toString(), name.toString());
      }
      var address = Cidr.parseAddress(typed);
      return new HistoryQuery(address.toString(), address.firstKey());
    } catch (MalformedInput e) {
      errors.add(field, Cidr.refusal(e));
      return null;
    }
  }
}
