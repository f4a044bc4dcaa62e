package nl.poort25.exemption;

import java.util.Arrays;
import java.util.List;
import nl.poort25.exemption.ExemptionRuleFacts.Acknowledgements;
import nl.poort25.exemption.ExemptionRuleFacts.Maximum;
import nl.poort25.exemption.ExemptionRuleFacts.Narrowest;
import nl.poort25.exemption.ExemptionRuleFacts.Place;
import nl.poort25.exemption.ExemptionRuleFacts.Space;
import nl.poort25.network.Cidr;
import nl.poort25.network.ConnectionKind;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;

/** A request that fulfils every rule, until a test says otherwise. */
final class Cases {
  private static final List<Cidr> RANGES = List.of(Cidr.of("192.0.2.64/29"));

  private final ExemptionKind kind;
  private Place place = new Place("ZAK-1017", ConnectionKind.BUSINESS_LINE, false, RANGES);
  private List<MailServer> servers = List.of();
  private List<MailServer> counted = List.of();
  private boolean byAddress;
  private String thirdParty;
  private List<Cidr> sources = List.of();
  private List<Cidr> destinations = List.of();
  private List<Cidr> outside = List.of();
  private List<Cidr> inside = List.of();
  private List<Cidr> notPublic = List.of();
  private List<Flow> taken = List.of();
  private List<String> abuse = List.of();
  private Acknowledgements acknowledged = Acknowledgements.BOTH;

  Cases(ExemptionKind kind) {
    this.kind = kind;
  }

  ExemptionRuleFacts done() {
    return new ExemptionRuleFacts(
        kind,
        false,
        place,
        servers,
        counted,
        new Maximum(2, byAddress),
        thirdParty,
        sources,
        destinations,
        new Narrowest(24, 48),
        new Space(outside, inside, notPublic),
        taken,
        abuse,
        acknowledged);
  }

  Cases nowhere() {
    place = null;
    return this;
  }

  Cases on(Place where) {
    place = where;
    return this;
  }

  Cases kindOfLine(ConnectionKind line) {
    place = new Place("ZAK-1017", line, false, RANGES);
    return this;
  }

  Cases servers(MailServer... all) {
    servers = List.of(all);
    return this;
  }

  Cases counted(MailServer... all) {
    counted = List.of(all);
    return this;
  }

  Cases byAddress() {
    byAddress = true;
    return this;
  }

  Cases thirdParty(String name) {
    thirdParty = name;
    return this;
  }

  Cases from(String... all) {
    sources = cidrs(all);
    return this;
  }

  Cases to(String... all) {
    destinations = cidrs(all);
    return this;
  }

  Cases outside(String... all) {
    outside = cidrs(all);
    return this;
  }

  Cases inside(String... all) {
    inside = cidrs(all);
    return this;
  }

  Cases notPublic(String... all) {
    notPublic = cidrs(all);
    return this;
  }

  Cases taken(String source, String destination) {
    taken = List.of(new Flow(source == null ? null : Cidr.of(source), Cidr.of(destination)));
    return this;
  }

  Cases abuse(String... numbers) {
    abuse = List.of(numbers);
    return this;
  }

  Cases acknowledged(Acknowledgements ticked) {
    acknowledged = ticked;
    return this;
  }

  private static List<Cidr> cidrs(String... all) {
    return Arrays.stream(all).map(Cidr::of).toList();
  }
}
