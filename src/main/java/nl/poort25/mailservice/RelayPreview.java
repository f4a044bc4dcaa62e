package nl.poort25.mailservice;

import java.util.List;
import nl.poort25.mailservice.RelayStatus.MissingRequirement;
import nl.poort25.text.FormattedDiff;

/** Knows what services would change at the relays: implemented by enforcement, above. */
public interface RelayPreview {
  /**
   * @param lacks why some of the services would not be carried out
   * @param change what would come and go on top of the last state, in each format; none where
   *     nothing would
   */
  record Preview(List<MissingRequirement> lacks, List<FormattedDiff> change) {
    public Preview {
      lacks = List.copyOf(lacks);
      change = List.copyOf(change);
    }
  }

  /**
   * @param name of a domain, in A-label form
   * @param services all that would be in force for it, and none of another name
   */
  Preview of(String name, List<ServiceInForce> services);
}
