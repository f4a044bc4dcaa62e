package nl.poort25.enforcement;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import nl.poort25.archive.ArchiveHorizons;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.exemption.Exemptions;
import nl.poort25.list.ListRequest;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.StateFormat;
import nl.poort25.text.Text;
import nl.poort25.web.Page;

/** Gathers the data of the staff pages with the generations of a target. */
@ApplicationScoped
@Transactional
class StatePages {
  /** Lines of a generation that a page shows; the file has them all. */
  private static final int MOST = 200;

  @Inject Generations generations;
  @Inject FirewallGenerations firewalls;
  @Inject RelayGenerations relays;
  @Inject LargeChangeGuard guard;
  @Inject Exemptions exemptions;
  @Inject Alarms alarms;
  @Inject AppliedGenerations held;
  @Inject ArchiveHorizons archive;

  Page index(EnforcementTarget target, ListRequest asked) {
    var waits = guard.waiting(target);
    return Page.of("enforcement/states.html")
        .with("target", target)
        .with("states", asked.path())
        .with("list", generations.page(target, asked))
        .with("held", waits.orElse(null))
        .with("waiting", waits.isEmpty() ? null : waiting(target))
        .with("archived", archived("enforcement.archived", archivedBefore()))
        .with("most", MOST);
  }

  private static Text archived(String key, Instant before) {
    return before == null ? null : Text.of(key, before);
  }

  /** From then on it is here what counted and what points had; null where nothing has moved. */
  private Instant archivedBefore() {
    return archive.of(ArchiveKind.GENERATION, ArchiveKind.POINT_STATE, ArchiveKind.ALARM);
  }

  /** A line each, what goes first; the first of them, where there are many. */
  private String waiting(EnforcementTarget target) {
    try {
      return (target.isRelay() ? relays.waiting() : firewalls.waiting())
          .entries()
          .map(LineChange.Entry::written)
          .limit(MOST)
          .collect(joining("\n"));
    } catch (UnauthorisedState e) {
      return null; // an alarm tells of it
    }
  }

  Page generation(EnforcementTarget target, String path, long number) {
    var generation = generations.get(target, number);
    return Page.of("enforcement/generation.html")
        .with("target", target)
        .with("states", path)
        .with("formats", StateFormat.files(target))
        .with("generation", generation)
        .with("added", brought(generations.added(target, number, MOST)))
        .with("removed", brought(generations.removed(target, number, MOST)))
        .with("most", MOST);
  }

  /** What counted for an address or a name at that moment, and on whose decision. */
  Page then(Page page, EnforcementTarget target, HistoryQuery asked, Instant moment) {
    var answer = answer(target, asked, moment);
    return page.with("asked", asked.text())
        .with("moment", moment)
        .with("gone", archived("enforcement.then.archived", answer.archivedBefore()))
        .with("then", answer.generation())
        .with("found", answer.lines())
        .with("points", answer.points());
  }

  /**
   * @param generation the one that counted then; null before the first
   * @param points what each of them was found to have
   * @param archivedBefore where the moment is too long ago to say anything of it here: from when on
   *     that is known; or null
   */
  record Answer(
      Generation generation,
      List<LineWithCause> lines,
      List<PointAtMoment> points,
      Instant archivedBefore) {}

  Answer answer(EnforcementTarget target, HistoryQuery asked, Instant moment) {
    var archived = archivedBefore();
    return archived != null && moment.isBefore(archived)
        ? new Answer(null, List.of(), List.of(), archived)
        : answerHere(target, asked, moment);
  }

  private Answer answerHere(EnforcementTarget target, HistoryQuery asked, Instant moment) {
    var generation = generations.at(target, moment).orElse(null);
    var lines =
        generation == null ? List.<LineSpan>of() : answers(target, asked, generation.getNumber());
    var adrift = new HashSet<>(alarms.aboutAt(Alarm.Kind.DRIFT, moment));
    adrift.addAll(alarms.aboutAt(Alarm.Kind.AHEAD, moment));
    var points =
        held.at(target, moment).stream()
            .map(
                holder ->
                    new PointAtMoment(
                        holder,
                        adrift.contains(holder.point()),
                        answers(target, asked, holder.number()).stream()
                            .map(LineSpan::getText)
                            .toList()))
            .toList();
    return new Answer(generation, brought(lines), points, null);
  }

  private List<LineSpan> answers(EnforcementTarget target, HistoryQuery asked, long number) {
    return generations.about(target, asked.key(), number).stream()
        .filter(line -> line.line().isAnswer())
        .toList();
  }

  private List<LineWithCause> brought(List<LineSpan> lines) {
    var decisions =
        exemptions.decided(
            lines.stream()
                .filter(line -> line.cause().kind() == Cause.Kind.DECISION)
                .map(line -> line.cause().id())
                .distinct()
                .toList());
    return lines.stream()
        .map(
            line ->
                new LineWithCause(
                    line,
                    line.cause().kind() == Cause.Kind.DECISION
                        ? decisions.get(line.cause().id())
                        : null))
        .toList();
  }
}
