package nl.poort25.enforcement;

import java.util.List;
import java.util.Optional;

/** The files that a state can be had as: the same bytes whenever an old one is asked for. */
final class Formats {
  private static final List<String> FIREWALL = List.of("nftables", "json", "lines");
  private static final List<String> RELAY =
      List.of(
          "postfix-main.cf",
          "postfix-aliases",
          "postfix-relay_domains",
          "postfix-transport",
          "postfix-relay_recipients",
          "postfix-verified_domains",
          "postfix-denied.cidr",
          "ironport-smtproutes",
          "ironport-rat",
          "ironport-hat",
          "ironport-aliases",
          "json",
          "lines");

  private Formats() {}

  static List<String> of(Target target) {
    return target == Target.FIREWALL ? FIREWALL : RELAY;
  }

  /** Empty for a name that the target has not. */
  static Optional<String> write(Target target, String name, long number, List<DesiredLine> lines) {
    if (!of(target).contains(name)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (name) {
          case "json" -> StateJson.write(target, number, lines);
          case "lines" -> DesiredLine.text(lines);
          case "nftables" -> Nftables.write(number, of(StateLine.class, lines));
          default -> relay(name, number, of(RelayLine.class, lines));
        });
  }

  private static <L extends DesiredLine> List<L> of(Class<L> kind, List<DesiredLine> lines) {
    return lines.stream().map(kind::cast).toList();
  }

  private static String relay(String name, long number, List<RelayLine> lines) {
    if (name.startsWith("postfix-")) {
      return Postfix.files(number, lines).get(name.substring("postfix-".length()));
    }
    var ironPort = IronPort.write(number, lines);
    return switch (name) {
      case "ironport-smtproutes" -> ironPort.smtpRoutes();
      case "ironport-rat" -> ironPort.rat();
      case "ironport-hat" -> ironPort.hat();
      default -> ironPort.aliases();
    };
  }
}
