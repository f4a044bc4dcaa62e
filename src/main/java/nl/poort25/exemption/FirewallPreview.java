package nl.poort25.exemption;

import java.util.Collection;
import java.util.List;
import nl.poort25.network.Flow;
import nl.poort25.text.FormattedDiff;

/** Knows what a decision would change at the firewalls: implemented by enforcement, above. */
public interface FirewallPreview {
  /** What would come and go on top of the last state, in each format. */
  List<FormattedDiff> of(Collection<Flow> opened, Collection<Flow> closed);
}
