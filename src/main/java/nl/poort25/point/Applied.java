package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.abuse.AbuseCase;
import nl.poort25.abuse.AbuseCases;
import nl.poort25.abuse.CarriedOut;
import nl.poort25.enforcement.HeldLines;
import nl.poort25.enforcement.PointHold;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.enforcement.PointLines;
import nl.poort25.enforcement.Target;
import nl.poort25.exemption.ByHand;
import nl.poort25.exemption.FirstEnforcement;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.Openings;
import nl.poort25.network.Cidr;

/**
 * What the firewalls were found to hold makes openings open and closed (4.10), and with what the
 * relays hold, a block for abuse in force (4.13). Where people look after one of them, or one only
 * reports yet, they still confirm, once the others hold it.
 */
@ApplicationScoped
@Transactional
class Applied {
  @Inject Points points;
  @Inject PointLines lines;
  @Inject PointHolds holds;
  @Inject Openings openings;
  @Inject AbuseCases cases;

  /**
   * Confirms what all points hold by now: after a report is taken for good, so that of two that
   * come at the same moment one sees both, and what fails here loses none.
   */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  void follow(Instant now) {
    var firewalls = points.all(Target.FIREWALL);
    if (reportsAll(firewalls)) {
      followOpenings(firewalls, now);
      var relays = points.all(Target.RELAY);
      if (reportsAll(relays)) {
        followCases(firewalls, relays, now);
      }
    }
  }

  private void followCases(List<Point> firewalls, List<Point> relays, Instant now) {
    for (var found : cases.notInForce()) {
      if (found.getAddresses().stream().allMatch(a -> isBlocked(a, firewalls))
          && found.getAddresses().stream().allMatch(a -> isDenied(a, found, relays))) {
        cases.enforcedReadBack(found.getId(), note(firewalls) + ", " + note(relays), now);
      }
    }
  }

  private boolean isBlocked(Cidr address, List<Point> firewalls) {
    return firewalls.stream()
        .allMatch(
            point -> {
              var hold = holds.of(point.getId());
              return hold.isPresent()
                  ? inForce(hold.get()).filter(held -> !held.opensTo(address)).isPresent()
                  : point.isJust(point.getHeld().getAppliedNumber())
                      && !lines.opensTo(address, point.getHeld().getAppliedNumber());
            });
  }

  private boolean isDenied(Cidr address, AbuseCase found, List<Point> relays) {
    String line = "deny " + address + " " + found.getNumber();
    return relays.stream()
        .allMatch(
            point -> {
              var hold = holds.of(point.getId());
              return hold.isPresent()
                  ? inForce(hold.get()).filter(held -> held.has(line)).isPresent()
                  : point.isJust(point.getHeld().getAppliedNumber())
                      && lines.has(Target.RELAY, line, point.getHeld().getAppliedNumber());
            });
  }

  /** What a point that is held was found to hold, if that is all that is in force there. */
  private static Optional<HeldLines> inForce(PointHold hold) {
    return hold.isInForce() ? hold.getLines() : Optional.empty();
  }

  private void followOpenings(List<Point> firewalls, Instant now) {
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

  private boolean isDone(Opening opening, List<Point> firewalls) {
    boolean open = opening.getToDo() == Opening.ToDo.OPEN;
    return firewalls.stream()
        .filter(Point::isCounted)
        .allMatch(
            point -> {
              var hold = holds.of(point.getId());
              return hold.isPresent()
                  ? inForce(hold.get())
                      .filter(held -> held.opens(opening.getLine()) == open)
                      .isPresent()
                  : point.getHeld().getAppliedNumber() > 0
                      && point.getHeld().getDriftSince() == null
                      && lines.has(
                              Target.FIREWALL, line(opening), point.getHeld().getAppliedNumber())
                          == open;
            });
  }

  private static String line(Opening opening) {
    return opening.getSource() == null
        ? "open " + opening.getDestination()
        : "pair " + opening.getSource() + " " + opening.getDestination();
  }

  private String note(List<Point> firewalls) {
    return firewalls.stream()
        .map(
            point ->
                point.getName()
                    + " #"
                    + holds
                        .of(point.getId())
                        .map(PointHold::getNumber)
                        .orElse(point.getHeld().getAppliedNumber()))
        .collect(Collectors.joining(", "));
  }

  /** Whether a block is seen to work without anybody's confirming it. */
  void answer(@Observes CarriedOut question) {
    if (reportsAll(points.all(Target.FIREWALL)) && reportsAll(points.all(Target.RELAY))) {
      question.isReported();
    }
  }

  /** Since a firewall first was to do what is decided here. */
  void answer(@Observes FirstEnforcement question) {
    question.was(points.firstEnforcement());
  }

  /** Which lines people need not, or may not yet, confirm. */
  void answer(@Observes ByHand question) {
    var firewalls = points.all(Target.FIREWALL);
    boolean all = reportsAll(firewalls);
    question.asked().stream()
        .filter(opening -> opening.getToDo() != null)
        .filter(opening -> all || !isDone(opening, firewalls))
        .forEach(question::isReported);
  }
}
