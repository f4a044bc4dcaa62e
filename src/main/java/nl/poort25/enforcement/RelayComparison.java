package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;

/**
 * Compares the lines of names at the relays with what was decided, whether or not anything was
 * noted: what is missed elsewhere is found here.
 */
@ApplicationScoped
@Transactional
class RelayComparison {
  @Inject RelayNames names;
  @Inject RelayChanges changes;
  @Inject GenerationWriter writer;
  @Inject Alarms alarms;

  /**
   * @param looked how many names were looked at
   * @param missed how many of them would have kept other lines than was decided
   * @param upTo the last; null where no more follow
   */
  record Found(int looked, int missed, String upTo) {}

  /** Of some names after that one. */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  Found after(String name, Instant now) {
    var page = names.after(name);
    var suspects = new TreeSet<String>();
    names
        .change(page.names())
        .entries()
        .map(entry -> DesiredLine.parse(EnforcementTarget.RELAY, entry.text()).key())
        .forEach(suspects::add);
    return new Found(page.names().size(), missed(suspects, now), page.upTo());
  }

  /**
   * Mostly something was decided just now. While no generation is made that is told apart: what was
   * decided is read before its marks, and so cannot be without them.
   */
  private int missed(Set<String> suspects, Instant now) {
    // a mark of all may wait for days, with every name a suspect
    if (suspects.isEmpty() || !changes.ofAll().isEmpty()) {
      return 0;
    }
    writer.lock(EnforcementTarget.RELAY);
    suspects.removeIf(
        name ->
            names.change(new TreeSet<>(Set.of(name))).isNone() || changes.isAnyOf(Set.of(name)));
    suspects.forEach(changes::note);
    if (!suspects.isEmpty()) {
      alarms.raise(
          Alarm.Kind.MISSED, EnforcementTarget.RELAY.name(), String.join(", ", suspects), now);
    }
    return suspects.size();
  }
}
