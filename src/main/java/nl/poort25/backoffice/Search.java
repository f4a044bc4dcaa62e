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
import nl.poort25.abuse.AbuseCases;
import nl.poort25.account.Partner;
import nl.poort25.account.Partners;
import nl.poort25.account.Scope;
import nl.poort25.backoffice.SearchHits.Hit;
import nl.poort25.domain.DomainList;
import nl.poort25.domain.DomainRow;
import nl.poort25.exemption.ExemptionList;
import nl.poort25.exemption.Opening;
import nl.poort25.list.ListRequest;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionList;
import nl.poort25.network.ConnectionRow;
import nl.poort25.text.Text;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.TicketRow;
import nl.poort25.ticket.Tickets;

/**
 * Searches by number, name or address, each kind by one index. For a partner every query is limited
 * to his own data.
 */
@ApplicationScoped
class Search {
  private static final Pattern TICKET = Pattern.compile("P25-\\d{4}-\\d{4,9}");
  private static final Pattern CASE = Pattern.compile("AB-\\d{4}-\\d{4,9}");

  @Inject Tickets tickets;
  @Inject AbuseCases cases;
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
        ? cases.findIdByNumber(number, scope).map(id -> base(scope) + "/abuse/" + id)
        : Optional.empty();
  }

  /** The page of an exemption has its conversation, that of a case has not. */
  private static String page(TicketRow line) {
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

  private SearchHits domains(String text, Scope scope) {
    String list = base(scope) + "/domains";
    var found = domains.page(ListRequest.of(list).with("q", text), scope);
    return SearchHits.of("web.menu.domains", found, row -> hit(list, row));
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
    var found = partners.page(ListRequest.of("/backoffice/partners").with("q", text));
    return SearchHits.of("web.menu.partners", found, Search::hit);
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
    String list = base(scope) + "/connections";
    var asked = ListRequest.of(list).with("q", text).with("address", cidr);
    var found = connections.page(asked, scope);
    return SearchHits.of("web.menu.connections", found, row -> hit(list, row, scope.isAll()));
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
    var found = exemptions.page(ListRequest.of("/exemptions").with("q", cidr), scope);
    return SearchHits.of("web.menu.exemptions", found, Search::hit);
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
        exemption.getStatus().sign(),
        Text.of("exemption.state." + exemption.getStatus().word()));
  }

  private static Text words(String... parts) {
    String all =
        Stream.of(parts).filter(part -> part != null).distinct().collect(Collectors.joining(", "));
    return all.isEmpty() ? null : Text.of("web.plain", all);
  }
}
