package nl.poort25.state;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.state.RelayLine.Kind;

/**
 * A box that every name has (RFC 5321 4.5.1, RFC 2142), and this one not: of names with known
 * recipients, since of any other its server is asked, or takes all.
 *
 * @param line of the name
 * @param postmaster the address that its mail goes to
 */
record RoleAlias(RelayLine line, String role, String postmaster) {
  /** In the order of the names; none where no line names the postmaster. */
  static Stream<RoleAlias> all(Collection<RelayLine> lines) {
    var known = RelayLine.knownNames(lines);
    var boxes =
        lines.stream()
            .filter(line -> line.kind() == Kind.RECIPIENT)
            .map(RelayLine::address)
            .collect(Collectors.toSet());
    return lines.stream()
        .filter(line -> line.kind() == Kind.POSTMASTER)
        .limit(1)
        .flatMap(
            postmaster ->
                lines.stream()
                    .filter(line -> line.admits() && known.contains(line.name()))
                    .flatMap(
                        line ->
                            RelayLine.ROLES.stream()
                                .filter(role -> !boxes.contains(role + "@" + line.name()))
                                .map(role -> new RoleAlias(line, role, postmaster.address()))));
  }
}
