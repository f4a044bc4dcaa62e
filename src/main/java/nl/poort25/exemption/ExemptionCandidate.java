package nl.poort25.exemption;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.exemption.ExemptionRuleFacts.Acknowledgements;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;

/**
 * A request as the rules judge it: a stored one, some flows of it, or what a file would import as
 * one exemption.
 *
 * @param id of the exemption, which is not compared with itself; of what is none yet, a number that
 *     no exemption has
 * @param connection null while none is chosen
 * @param lines what would go open
 */
public record ExemptionCandidate(
    long id,
    ExemptionKind kind,
    long partnerId,
    Connection connection,
    ExemptionAnswers answers,
    List<Flow> lines,
    Acknowledgements acknowledged) {

  static ExemptionCandidate of(
      Exemption exemption, List<Flow> lines, Acknowledgements acknowledged) {
    return new ExemptionCandidate(
        exemption.getId(),
        exemption.getKind(),
        exemption.getPartner().getId(),
        exemption.getConnection(),
        exemption.getAnswers(),
        lines,
        acknowledged);
  }

  /** A request of which only those lines would be granted. */
  static ExemptionCandidate granting(List<Flow> granted, Exemption exemption) {
    return new ExemptionCandidate(
        exemption.getId(),
        exemption.getKind(),
        exemption.getPartner().getId(),
        exemption.getConnection(),
        exemption.getAnswers().restrictedTo(ends(granted)),
        granted,
        Acknowledgements.BOTH);
  }

  /** Both ends of each line, as texts. */
  private static Set<String> ends(List<Flow> lines) {
    return lines.stream()
        .flatMap(line -> Stream.of("" + line.source(), "" + line.destination()))
        .collect(Collectors.toSet());
  }

  /** Where mail comes from; none for from anywhere. */
  List<Cidr> sources() {
    if (kind == ExemptionKind.THIRD_PARTY) {
      return answers.getSources();
    }
    return answers.isOutside()
        ? answers.getServers().stream().flatMap(s -> s.addresses().stream()).toList()
        : List.of();
  }

  /** What would go open. */
  List<Cidr> destinations() {
    return kind == ExemptionKind.THIRD_PARTY || answers.isOutside()
        ? answers.getDestinations().stream().distinct().toList()
        : lines.stream().map(Flow::destination).toList();
  }

  /** What its mail servers count towards (4.5); null where they count towards nothing. */
  ServerQuotas.QuotaKey whole() {
    return switch (kind) {
      case OWN_MAIL_SERVICE -> new ServerQuotas.QuotaKey(kind, partnerId);
      case COLOCATION ->
          connection == null ? null : new ServerQuotas.QuotaKey(kind, connection.getId());
      case THIRD_PARTY -> null;
    };
  }
}
