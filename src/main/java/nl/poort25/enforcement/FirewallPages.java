package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import nl.poort25.exemption.Exemptions;
import nl.poort25.network.Cidr;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Page;

/** Gathers what staff sees of the generations. */
@ApplicationScoped
@Transactional
class FirewallPages {
  /** Lines of a generation that a page shows; the file has them all. */
  private static final int MOST = 200;

  @Inject Generations generations;
  @Inject Guard guard;
  @Inject Exemptions exemptions;

  Page index(Long before) {
    var found = generations.page(before);
    String path = FirewallResource.PATH;
    return Page.of("enforcement/firewall.html")
        .with("rows", found.rows())
        .with("held", guard.waiting().orElse(null))
        .with("first", before == null ? null : path)
        .with(
            "next",
            found.next() == null ? null : new ListUrl(path).with("after", found.next()).toString());
  }

  Page generation(long number) {
    var generation = generations.get(number);
    return Page.of("enforcement/generation.html")
        .with("generation", generation)
        .with("added", brought(generations.added(number, MOST)))
        .with("removed", brought(generations.removed(number, MOST)))
        .with("most", MOST);
  }

  /** Whether the address was open at that moment, and on whose decision. */
  Page then(Page page, Cidr address, Instant moment) {
    var generation = generations.at(moment).orElse(null);
    var lines =
        generation == null
            ? List.<GenerationLine>of()
            : generations.about(address, generation.getNumber());
    return page.with("asked", address)
        .with("moment", moment)
        .with("then", generation)
        .with("found", brought(lines));
  }

  private List<Brought> brought(List<GenerationLine> lines) {
    var decisions =
        exemptions.decided(
            lines.stream()
                .filter(line -> line.cause().kind() == Cause.Kind.DECISION)
                .map(line -> line.cause().id())
                .distinct()
                .toList());
    return lines.stream()
        .map(
            line ->
                new Brought(
                    line,
                    line.cause().kind() == Cause.Kind.DECISION
                        ? decisions.get(line.cause().id())
                        : null))
        .toList();
  }
}
