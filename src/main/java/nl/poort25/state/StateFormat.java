package nl.poort25.state;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.poort25.text.FormattedDiff;

/** The formats that states can be had in: each is a class that writes it, and a constant here. */
public enum StateFormat {
  NFTABLES(new Nftables(), EnforcementTarget.FIREWALL),
  POSTFIX(new Postfix(), EnforcementTarget.RELAY),
  IRONPORT(new IronPort.Writer(), EnforcementTarget.RELAY),
  EXIM(new Exim(), EnforcementTarget.RELAY),
  JSON(new StateJson(), EnforcementTarget.FIREWALL, EnforcementTarget.RELAY),
  LINES(new StateText(), EnforcementTarget.FIREWALL, EnforcementTarget.RELAY);

  private final StateWriter writer;
  private final Set<EnforcementTarget> targets;

  StateFormat(StateWriter writer, EnforcementTarget... targets) {
    this.writer = writer;
    this.targets = Set.of(targets);
  }

  private static Stream<StateFormat> of(EnforcementTarget target) {
    return Arrays.stream(values()).filter(format -> format.targets.contains(target));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of one of its files beside those of other formats. */
  private String named(String file) {
    return file.isEmpty() ? word() : word() + "-" + file;
  }

  /** The names of the files that a state of that target can be had as. */
  public static List<String> files(EnforcementTarget target) {
    return of(target).flatMap(format -> format.writer.files().stream().map(format::named)).toList();
  }

  /** Empty for a name that is none of the target's files. */
  public static Optional<String> write(
      EnforcementTarget target,
      String name,
      long generation,
      Collection<? extends DesiredLine> lines) {
    for (var format : values()) {
      for (String file : format.writer.files()) {
        if (format.targets.contains(target) && format.named(file).equals(name)) {
          return Optional.of(format.writer.write(file, target, generation, lines));
        }
      }
    }
    return Optional.empty();
  }

  /** A change in each format of the target: first the lines, which the others follow from. */
  public static List<FormattedDiff> changes(
      EnforcementTarget target,
      Set<? extends DesiredLine> before,
      Set<? extends DesiredLine> after) {
    return Stream.concat(Stream.of(LINES), of(target).filter(format -> format != LINES))
        .map(
            format -> new FormattedDiff(format.word(), format.writer.change(target, before, after)))
        .toList();
  }
}
