package nl.poort25.backoffice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.abuse.CaseList;
import nl.poort25.account.Partner;
import nl.poort25.account.Partners;
import nl.poort25.account.Scope;
import nl.poort25.backoffice.SearchHits.Hit;
import nl.poort25.exemption.ExemptionFilter;
import nl.poort25.exemption.ExemptionList;
import nl.poort25.exemption.Opening;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionFilter;
import nl.poort25.network.ConnectionList;
import nl.poort25.network.ConnectionRow;
import nl.poort25.registration.DomainFilter;
import nl.poort25.registration.DomainList;
import nl.poort25.registration.DomainRow;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.TicketLine;
import nl.poort25.ticket.TicketList;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Text;

/**
 * Looks for what somebody typed, each kind by one index. A partner is told of nothing but his own:
 * every query holds his id fast.
 */
@ApplicationScoped
class Search {
  private static final Pattern TICKET = Pattern.compile("P25-\\d{4}-\\d{4,9}");
  private static final Pattern CASE = Pattern.compile("AB-\\d{4}-\\d{4,9}");

  @Inject TicketList tickets;
  @Inject CaseList cases;
  @Inject DomainList domains;
  @Inject Partners partners;
  @Inject ConnectionList connections;
  @Inject ExemptionList exemptions;

  /** The page of the ticket or case of exactly that number. */
  Optional<String> numbered(String text, Scope scope, Instant now) {
    String number = text.toUpperCase(Locale.ROOT);
    if (TICKET.matcher(number).matches()) {
      return tickets.numbered(number, scope, now).map(Search::page);
    }
    return CASE.matcher(number).matches()
        ? cases.numbered(number, scope).map(id -> base(scope) + "/abuse/" + id)
        : Optional.empty();
  }

  /** The page of an exemption has its conversation, that of a case has not. */
  private static String page(TicketLine line) {
    return line.ticket().getMatter() == Ticket.Matter.ABUSE ? line.path() : line.href();
  }

  private static String base(Scope scope) {
    return scope.isAll() ? "/backoffice" : "";
  }

  /** Names that begin like that; without those kinds of which nothing was found. */
  List<SearchHits> named(String text, Scope scope) {
    return Stream.of(
            domains(text, scope),
            scope.isAll() ? partners(text) : null,
            connections(text, null, scope))
        .filter(group -> group != null && !group.hits().isEmpty())
        .toList();
  }

  /** A partner's own that have that address, or one of that prefix. */
  List<SearchHits> addressed(Cidr cidr, Scope scope) {
    return Stream.of(connections(null, cidr, scope), exemptions(cidr, scope))
        .filter(group -> !group.hits().isEmpty())
        .toList();
  }

  private static Long id(Scope scope) {
    return scope.isAll() ? null : scope.partner().getAsLong();
  }

  private SearchHits domains(String text, Scope scope) {
    var filter =
        new DomainFilter(id(scope), DomainFilter.typed(text), null, null, false, null, false, null);
    var found = scope.isAll() ? domains.pageWithPartners(filter) : domains.page(filter);
    String list = base(scope) + "/domains";
    return SearchHits.of(
        "web.menu.domains",
        found.rows().stream().map(row -> hit(list, row)).toList(),
        new ListUrl(list).with("q", filter.text()).toString());
  }

  private static Hit hit(String list, DomainRow row) {
    return new Hit(
        list + "/" + row.id(),
        row.unicodeName(),
        words(row.partner(), row.customer()),
        row.standing().sign(),
        Text.of(row.standing().key()));
  }

  private SearchHits partners(String text) {
    return SearchHits.of(
        "web.menu.partners",
        partners.named(text).stream().map(Search::hit).toList(),
        new ListUrl("/backoffice/partners").with("q", text).toString());
  }

  private static Hit hit(Partner partner) {
    return new Hit(
        "/backoffice/partners/" + partner.getId(),
        partner.getName(),
        null,
        partner.isLocked() ? "bad" : null,
        partner.isLocked() ? Text.of("account.state.locked") : null);
  }

  private SearchHits connections(String text, Cidr cidr, Scope scope) {
    String reference = text == null ? null : text.toUpperCase(Locale.ROOT);
    String typed = cidr == null ? null : cidr.toString();
    var found =
        connections.page(
            new ConnectionFilter(id(scope), reference, null, typed, cidr, null, false, null));
    String list = base(scope) + "/connections";
    return SearchHits.of(
        "web.menu.connections",
        found.rows().stream().map(row -> hit(list, row, scope.isAll())).toList(),
        new ListUrl(list).with("q", reference).with("address", typed).toString());
  }

  private static Hit hit(String list, ConnectionRow row, boolean forStaff) {
    Connection connection = row.connection();
    return new Hit(
        list + "/" + connection.getId(),
        connection.getReference(),
        words(
            forStaff ? connection.getPartner().getName() : null,
            connection.getCustomer() == null ? null : connection.getCustomer().getName(),
            connection.getSite()),
        null,
        null);
  }

  private SearchHits exemptions(Cidr cidr, Scope scope) {
    var filter =
        new ExemptionFilter(id(scope), true, null, false, null, null, cidr.toString(), null);
    return SearchHits.of(
        "web.menu.exemptions",
        exemptions.page(filter).rows().stream().map(Search::hit).toList(),
        new ListUrl("/exemptions").with("q", cidr).toString());
  }

  private static Hit hit(ExemptionList.Row row) {
    var exemption = row.exemption();
    return new Hit(
        "/exemptions/" + exemption.getId(),
        exemption.getNumber(),
        words(
            row.openings().stream()
                .map(Opening::getDestination)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "))),
        exemption.getSign(),
        Text.of("exemption.state." + exemption.getWord()));
  }

  private static Text words(String... parts) {
    String all =
        Stream.of(parts).filter(part -> part != null).distinct().collect(Collectors.joining(", "));
    return all.isEmpty() ? null : Text.of("web.plain", all);
  }
}
