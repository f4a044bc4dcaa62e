package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.abuse.AbuseCase;
import nl.poort25.abuse.AbuseCases;
import nl.poort25.abuse.BlockConfirmationMode;
import nl.poort25.abuse.OpenCaseQueries;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.enforcement.PointLines;
import nl.poort25.exemption.EnforcementStart;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.Openings;
import nl.poort25.exemption.PointConfirmations;
import nl.poort25.network.Cidr;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.RelayLine;

/**
 * Confirms openings and closings (4.10) once the read-back of all firewalls shows them, and blocks
 * for abuse (4.13) once the relays show them too. Where people look after one of the points, or one
 * only reports, people confirm instead.
 */
@ApplicationScoped
@Transactional
class ReadBackConfirmation implements PointConfirmations, EnforcementStart, BlockConfirmationMode {
  @Inject Points points;
  @Inject PointLines lines;
  @Inject PointHolds holds;
  @Inject Openings openings;
  @Inject AbuseCases cases;
  @Inject OpenCaseQueries openCases;

  /**
   * Confirms what all points hold by now: after a report is taken for good, so that of two that
   * come at the same moment one sees both, and what fails here loses none.
   */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  void confirmAll(Instant now) {
    var firewalls = points.all(EnforcementTarget.FIREWALL);
    if (reportsAll(firewalls)) {
      var atFirewalls = inForce(firewalls);
      confirmOpenings(atFirewalls, now);
      var relays = points.all(EnforcementTarget.RELAY);
      if (reportsAll(relays)) {
        confirmBlocks(atFirewalls, inForce(relays), now);
      }
    }
  }

  private List<ReadBackState> inForce(List<Point> counted) {
    return counted.stream()
        .map(point -> new ReadBackState(point, lines, holds.of(point.getId()).orElse(null)))
        .toList();
  }

  private void confirmBlocks(
      List<ReadBackState> firewalls, List<ReadBackState> relays, Instant now) {
    for (var found : openCases.notInForce()) {
      if (found.getAddresses().stream().allMatch(a -> isBlocked(a, firewalls))
          && found.getAddresses().stream().allMatch(a -> isDenied(a, found, relays))) {
        cases.confirmReadBack(found.getId(), note(firewalls) + ", " + note(relays), now);
      }
    }
  }

  private static boolean isBlocked(Cidr address, List<ReadBackState> firewalls) {
    return firewalls.stream().allMatch(point -> point.closesTo(address));
  }

  private static boolean isDenied(Cidr address, AbuseCase found, List<ReadBackState> relays) {
    var line = RelayLine.deny(address, found.getNumber());
    return relays.stream().allMatch(point -> point.has(line));
  }

  private void confirmOpenings(List<ReadBackState> firewalls, Instant now) {
    var done = new LinkedHashMap<Long, Map<Opening.ToDo, Set<Long>>>();
    for (var opening : openings.toDo()) {
      if (isDone(opening, firewalls)) {
        done.computeIfAbsent(opening.getExemption().getId(), id -> new LinkedHashMap<>())
            .computeIfAbsent(opening.getToDo(), what -> new LinkedHashSet<>())
            .add(opening.getId());
      }
    }
    done.forEach(
        (exemption, what) ->
            what.forEach(
                (toDo, ids) ->
                    openings.confirmReadBack(exemption, toDo, ids, note(firewalls), now)));
  }

  /** Whether the points report all there is, so that people confirm nothing. */
  private static boolean reportsAll(List<Point> firewalls) {
    return !firewalls.isEmpty() && firewalls.stream().allMatch(Point::isCounted);
  }

  private static boolean isDone(Opening opening, List<ReadBackState> firewalls) {
    return firewalls.stream().allMatch(point -> point.isDone(opening));
  }

  private static String note(List<ReadBackState> points) {
    return points.stream().map(ReadBackState::note).collect(Collectors.joining(", "));
  }

  @Override
  public boolean isConfirmedAutomatically() {
    return reportsAll(points.all(EnforcementTarget.FIREWALL))
        && reportsAll(points.all(EnforcementTarget.RELAY));
  }

  @Override
  public Instant firstEnforcement() {
    return points.firstEnforcement();
  }

  @Override
  public Set<Long> awaited(Collection<Opening> toDo) {
    var firewalls = points.all(EnforcementTarget.FIREWALL);
    boolean all = reportsAll(firewalls);
    var counted = inForce(firewalls.stream().filter(Point::isCounted).toList());
    return toDo.stream()
        .filter(opening -> opening.getToDo() != null)
        .filter(opening -> all || !isDone(opening, counted))
        .map(Opening::getId)
        .collect(Collectors.toSet());
  }
}
