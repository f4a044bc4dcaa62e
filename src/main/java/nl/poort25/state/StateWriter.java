package nl.poort25.state;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file format of states. */
interface StateWriter {
  /** The names of its files, in the order of the page; one empty name where it is one file. */
  default List<String> files() {
    return List.of("");
  }

  /**
   * The same bytes whenever an old state is asked for.
   *
   * @param file one of its files
   * @param lines of that target, sorted
   */
  String write(
      String file,
      EnforcementTarget target,
      long generation,
      Collection<? extends DesiredLine> lines);

  /**
   * What a change would do, a line each, which tells what comes from what goes; here the rows that
   * would differ in each file, but for the number of the generation.
   */
  default String change(
      EnforcementTarget target,
      Set<? extends DesiredLine> before,
      Set<? extends DesiredLine> after) {
    return files().stream()
        .map(
            file ->
                differing(
                    file,
                    write(file, target, 0, before).lines().toList(),
                    write(file, target, 0, after).lines().toList()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String differing(String file, List<String> before, List<String> after) {
    return Stream.concat(
            before.stream().filter(row -> !after.contains(row)).map(row -> "-" + file + ": " + row),
            after.stream().filter(row -> !before.contains(row)).map(row -> "+" + file + ": " + row))
        .collect(Collectors.joining("\n"));
  }

  /** The lines of a target that this format is for. */
  static <L extends DesiredLine> List<L> of(
      Class<L> kind, Collection<? extends DesiredLine> lines) {
    return lines.stream().map(kind::cast).toList();
  }
}
