package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import org.junit.jupiter.api.Test;

class HoldDifferenceTest {
  private static List<DesiredLine> lines(EnforcementTarget target, String... texts) {
    return List.of(texts).stream().map(text -> DesiredLine.parse(target, text)).toList();
  }

  private static String said(List<DesiredLine> held, List<DesiredLine> wanted) {
    return HoldDifference.between(held, wanted).groups().stream()
        .map(group -> group.effect() + " " + group.lines())
        .collect(Collectors.joining(", "));
  }

  @Test
  void whatWouldOpenIsSaidBeforeWhatWouldClose() {
    assertEquals(
        "SHUTS_OWN [own 192.0.2.25], OPENS [open 192.0.2.9], UNPROTECTS [inside 198.51.100.0/25],"
            + " CLOSES [pair 203.0.113.7 192.0.2.10]",
        said(
            lines(
                EnforcementTarget.FIREWALL,
                "inside 192.0.2.0/24",
                "inside 198.51.100.0/25",
                "own 192.0.2.25",
                "pair 203.0.113.7 192.0.2.10"),
            lines(EnforcementTarget.FIREWALL, "inside 192.0.2.0/24", "open 192.0.2.9")));
  }

  @Test
  void whatLeavesTheRelaysIsSaid() {
    assertEquals(
        "ADMITS [deny 192.0.2.9 AB-2026-0007], LEAVES [mailstore oud.example],"
            + " COMES [mailstore nieuw.example]",
        said(
            lines(EnforcementTarget.RELAY, "deny 192.0.2.9 AB-2026-0007", "mailstore oud.example"),
            lines(EnforcementTarget.RELAY, "mailstore nieuw.example")));
  }

  @Test
  void theSameLinesAreNoDifference() {
    var same = lines(EnforcementTarget.FIREWALL, "open 192.0.2.9");
    assertTrue(HoldDifference.between(same, same).isNone());
    assertEquals("", HoldDifference.between(same, same).text());
  }

  private static boolean opens(String held, String source, String destination) {
    return ReadBackLines.parse(EnforcementTarget.FIREWALL, List.of(held))
        .orElseThrow()
        .opens(new Flow(source == null ? null : Cidr.parse(source), Cidr.parse(destination)));
  }

  @Test
  void aWiderLineOpensToo() {
    assertTrue(opens("open 192.0.2.9", "203.0.113.7", "192.0.2.9"));
    assertTrue(opens("pair 203.0.113.0/24 192.0.2.9", "203.0.113.7", "192.0.2.9"));
    assertFalse(opens("pair 203.0.113.7 192.0.2.9", "203.0.113.0/24", "192.0.2.9"));
    assertFalse(opens("pair 203.0.113.7 192.0.2.9", null, "192.0.2.9"));
    assertFalse(opens("open 192.0.2.8", null, "192.0.2.9"));
    assertTrue(
        ReadBackLines.parse(EnforcementTarget.FIREWALL, List.of("open everything")).isEmpty());
  }
}
