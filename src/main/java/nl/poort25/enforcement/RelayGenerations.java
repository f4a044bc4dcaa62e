package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.RelayLine;
import nl.poort25.state.RelayLine.Kind;
import nl.poort25.web.Sha256;

/**
 * Makes the generations of the relays, one after the other: of what may be a million names, just
 * the lines of those are computed for which {@link RelayChanges} has a mark, and what is of no
 * name.
 */
@ApplicationScoped
@Transactional
public class RelayGenerations {
  private static final EnforcementTarget TARGET = EnforcementTarget.RELAY;

  @Inject DesiredStates desired;
  @Inject HeldLines held;
  @Inject RelayNames names;
  @Inject RelayChanges changes;
  @Inject Generations generations;
  @Inject LargeChangeGuard guard;
  @Inject GenerationWriter writer;

  /** What is to change, and the marks that asked for it. */
  private record Asked(LineChange change, List<Long> marks) {}

  /**
   * Denies at once whom abuse denies (4.13), on its own and before all else; nothing else is in it.
   *
   * @throws UnauthorisedState if that would do what nobody decided; then none is made
   */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  Optional<Generation> deny(Instant now) {
    var series = writer.lock(TARGET);
    var raised = writer.fillRaised(series, now);
    if (raised.isPresent()) {
      return raised;
    }
    var abuse = desired.ofNoName().abuse();
    var lines = held.of(Kind.DENY);
    Optional<Generation> made =
        lines.keySet().containsAll(abuse.denials().keySet())
            ? Optional.empty()
            : Optional.of(deny(series, abuse, lines, now));
    return writer.closeOnHeld(series, abuse, now).or(() -> made);
  }

  private Generation deny(
      GenerationSeries series,
      AbuseClosings abuse,
      SortedMap<DesiredLine, Cause> lines,
      Instant now) {
    // on top of what every point may have, not of what the canaries have still to show
    var shown = series.isReleased() ? new LineChange() : held.since(TARGET, series.getReleased());
    var others = shown.without(Kind.DENY);
    var denied = others.inverse();
    denied.addAll(LineChange.between(lines, abuse.applyTo(applied(lines, shown.inverse()))));
    var made = writer.write(series, denied, true, now);
    // the canaries keep what they have shown, or have still to show
    others.addAll(LineChange.between(held.of(Kind.DENY), abuse.applyTo(lines)));
    return others.isNone() ? made : writer.write(series, others, false, now);
  }

  private static SortedMap<DesiredLine, Cause> applied(
      SortedMap<DesiredLine, Cause> lines, LineChange change) {
    var after = new TreeMap<>(lines);
    change
        .entries()
        .filter(entry -> entry.text().startsWith(Kind.DENY.word() + " "))
        .forEach(
            entry -> {
              var line = RelayLine.parse(entry.text());
              if (entry.added()) {
                after.put(line, entry.cause());
              } else {
                after.remove(line);
              }
            });
    return after;
  }

  /**
   * Makes the generation that what was decided asks for, if it asks for another than the last.
   *
   * @throws UnauthorisedState if that would do what nobody decided; then none is made
   */
  @ActivateRequestContext
  Optional<Generation> renew(Instant now) {
    var series = writer.lock(TARGET);
    var asked = asked();
    Optional<Generation> made = Optional.empty();
    if (asked.change().isNone()) {
      guard.clear(TARGET, now);
    } else if (guard.tryRelease(TARGET, proposed(asked.change()), now)) {
      made = Optional.of(writer.write(series, asked.change(), false, now));
    } else {
      changes.holdBack(asked.marks());
      return made;
    }
    changes.remove(asked.marks());
    return made;
  }

  /**
   * From the last generation to what was decided: what waits where the guard holds it back.
   *
   * @throws UnauthorisedState if that would do what nobody decided
   */
  LineChange waiting() {
    return asked().change();
  }

  private Asked asked() {
    var ofAll = changes.ofAll();
    var noName = desired.ofNoName().lines();
    var before = held.of(Kind.DENY);
    var store = held.of(Kind.STORE);
    before.putAll(store);
    // without a store no mail is kept for any name
    boolean all =
        !ofAll.isEmpty()
            || store.isEmpty() == noName.keySet().stream().anyMatch(line -> is(Kind.STORE, line));
    var asked = LineChange.between(before, noName);
    var marks = new ArrayList<>(ofAll);
    ofNames(asked, marks, all);
    askPostmaster(asked);
    return new Asked(asked, marks);
  }

  private static boolean is(Kind kind, DesiredLine line) {
    return ((RelayLine) line).kind() == kind;
  }

  private void ofNames(LineChange asked, List<Long> marks, boolean all) {
    for (String after = ""; after != null; ) {
      var page = all ? names.after(after) : marked(after);
      if (!page.names().isEmpty()) {
        // the marks first: what is decided after they are read has one of its own
        marks.addAll(changes.of(page.names()));
        asked.addAll(names.change(page.names()));
      }
      after = page.upTo();
    }
  }

  private RelayNames.Page marked(String after) {
    var some = new TreeSet<>(changes.namesAfter(after));
    return new RelayNames.Page(some, some.isEmpty() ? null : some.last());
  }

  /** Where any name has recipients, the mail to its postmaster is read by somebody. */
  private void askPostmaster(LineChange asked) {
    int more = asked.balance(Kind.RECIPIENT);
    boolean needed = more > 0 || held.hasMoreThan(-more, Kind.RECIPIENT);
    var wanted = needed ? desired.postmaster() : null;
    var lines = held.of(Kind.POSTMASTER);
    for (var line : lines.entrySet()) {
      if (!line.getKey().equals(wanted)) {
        asked.remove(line.getKey().toString(), line.getValue());
      }
    }
    if (wanted != null && !lines.containsKey(wanted)) {
      asked.add(wanted.toString(), Cause.SETTING);
    }
  }

  private ProposedChange proposed(LineChange change) {
    var last = generations.last(TARGET);
    var digest = Sha256.digest();
    digest.update(last.map(Generation::getDigest).orElse("").getBytes(US_ASCII));
    change.addTo(digest);
    return new ProposedChange(
        HexFormat.of().formatHex(digest.digest()),
        change.added(),
        change.removed(),
        last.map(Generation::getLineCount).orElse(0),
        takesNothingMore(change));
  }

  /** Whether the relays take mail for some name now, and for none with that. */
  private boolean takesNothingMore(LineChange change) {
    int domains = change.balance(Kind.DOMAIN);
    int kept = change.balance(Kind.MAILSTORE);
    return domains + kept < 0
        && domains <= 0
        && kept <= 0
        && !held.hasMoreThan(-domains, Kind.DOMAIN)
        && !held.hasMoreThan(-kept, Kind.MAILSTORE);
  }
}
