package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.Generation;
import nl.poort25.enforcement.GenerationReleases;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.text.LocalizedTexts;

/**
 * Releases a generation to the canaries first, and to all others once the canaries have read it
 * back. A closing for abuse goes to all at once (4.13).
 */
@ApplicationScoped
@Transactional
class Rollout {
  private static final DateTimeFormatter FIGURES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @Inject Points points;
  @Inject GenerationReleases released;
  @Inject PointHolds holds;
  @Inject Alarms alarms;
  @Inject Settings settings;

  private final ListeningSpan listening = new ListeningSpan(System::nanoTime);

  /** Lets go out what may. */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  void release(Instant now) {
    for (var target : EnforcementTarget.values()) {
      if (!released.numbers(target).isSame()) {
        release(target, now);
      }
    }
  }

  /** Raises the alarm for whom nothing is heard of, and ends what is over. */
  @ActivateRequestContext
  void listen(Instant now) {
    var raised = alarms.keys();
    var all = points.all();
    listening.extend();
    for (var point : all) {
      if (isSilent(point, now)) {
        alarms.raise(Alarm.Kind.SILENT, point.getName(), text(point.getHeardAt()), now);
      } else if (!point.isSilent(silence(), now)) {
        end(Alarm.Kind.SILENT, point, raised, now);
      }
      if (!point.isCanary()
          || point.isAt(released.numbers(point.getTarget()).last())
          || isHeld(point)) {
        end(Alarm.Kind.CANARY_FAILED, point, raised, now);
        end(Alarm.Kind.CANARY_PASSED_OVER, point, raised, now);
      }
    }
  }

  /** In figures, which need no language. */
  private static String text(Instant at) {
    return at.atZone(LocalizedTexts.ZONE).format(FIGURES);
  }

  private void end(Alarm.Kind kind, Point point, Set<String> raised, Instant now) {
    if (raised.contains(Alarm.key(kind, point.getName()))) {
      alarms.end(kind, point.getName(), now);
    }
  }

  private void release(EnforcementTarget target, Instant now) {
    released
        .urgent(target)
        .ifPresent(generation -> released.release(target, generation.getNumber()));
    var waiting = released.waiting(target);
    if (waiting.isEmpty()) {
      return;
    }
    var newest = waiting.get(0);
    var canaries =
        points.all(target).stream()
            .filter(point -> point.isCanary() && point.isCounted() && !isHeld(point))
            .toList();
    if (canaries.stream().allMatch(canary -> isPast(canary, newest, now))) {
      released.release(target, newest.getNumber());
    }
  }

  /** One that is held shows nothing to the others, and holds none of them up. */
  private boolean isHeld(Point point) {
    return holds.of(point.getId()).isPresent();
  }

  /** Whether the others need not wait for it any longer. */
  private boolean isPast(Point canary, Generation newest, Instant now) {
    if (canary.isAt(newest.getNumber())) {
      return true;
    }
    var patience = Duration.ofSeconds(settings.number(Setting.CANARY_WAIT_SECONDS));
    boolean late = newest.getMadeAt().plus(patience).isBefore(now);
    if (!canary.hasFailedAt(newest.getNumber()) && isSilent(canary, now)) {
      if (late) {
        alarms.raise(Alarm.Kind.CANARY_PASSED_OVER, canary.getName(), "" + newest.getNumber(), now);
      }
      return late;
    }
    if (late || canary.hasFailedAt(newest.getNumber())) {
      alarms.raise(
          Alarm.Kind.CANARY_FAILED,
          canary.getName(),
          newest.getNumber()
              + (canary.getHeld().getMessage() == null ? "" : ": " + canary.getHeld().getMessage()),
          now);
    }
    return false;
  }

  /**
   * Whether nothing was heard of it though it could have been: as long again after the portal or
   * its database was away.
   */
  boolean isSilent(Point point, Instant now) {
    return point.isSilent(silence(), now) && listening.isLongerThan(silence());
  }

  Duration silence() {
    return Duration.ofSeconds(settings.number(Setting.POINT_SILENT_SECONDS));
  }
}
