package nl.poort25.it;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the lists read in their URL. */
final class ListFilters {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern READ =
      Pattern.compile(
          "(?:query|getQueryParameters\\(\\))(?:\\.getFirst\\(|, )\"(\\w+)\""
              + "|@QueryParam\\(\"(\\w+)\"\\)"
              + "|(?:request|asked)\\s*\\.(?:text|number|choice|flag|read)\\(\\s*\"(\\w+)\""
              + "|(?:request|asked)\\.isSortedBy\\(|\\.partnerOf\\(");

  /** Where a page begins. */
  private static final Set<String> KEYS = Set.of("after", "before");

  /** What the other one of two lists reads, and one that would need a state to be released. */
  private static final Set<String> NONE =
      Set.of(
          "/backoffice/tickets state",
          "/customers state",
          "/tickets view",
          "/tickets matter",
          "/tickets partner",
          "/backoffice/points/{id}/seen what");

  private ListFilters() {}

  /**
   * Each class that reads a query, and the lists whose filter that is: none where its page has no
   * list with pages. Each parameter of a list is walked below, and goes on from page to page.
   */
  static final Map<String, List<String>> READERS = readers();

  private static Map<String, List<String>> readers() {
    var lists = new TreeMap<String, List<String>>();
    lists.put("AccountLists", List.of());
    lists.put("AddressesResource", List.of());
    lists.put("AdviceResource", List.of());
    lists.put("CaseAddressesResource", List.of());
    lists.put("CaseList", List.of("/backoffice/abuse"));
    lists.put("ConnectionList", List.of("/backoffice/connections"));
    lists.put("ConnectionsResource", List.of("/backoffice/connections"));
    lists.put("Customers", List.of());
    lists.put("DomainList", List.of("/backoffice/domains"));
    lists.put("DraftResource", List.of());
    lists.put("ExemptionList", List.of("/backoffice/exemptions"));
    lists.put("ExemptionsResource", List.of());
    lists.put("HistoryResource", List.of());
    lists.put("LoginResource", List.of());
    lists.put("LogList", List.of("/backoffice/log"));
    lists.put("LogResource", List.of("/backoffice/log"));
    lists.put("MailList", List.of("/backoffice/mail"));
    lists.put("MailServiceList", List.of("/backoffice/mail-services"));
    lists.put("MxCheckPages", List.of());
    lists.put("NamedList", List.of("/backoffice/accounts", "/colleagues", "/customers"));
    lists.put("NewAbuseCaseResource", List.of());
    lists.put("NameCheckResource", List.of());
    lists.put("NewDomainResource", List.of());
    lists.put("NewMailServiceResource", List.of());
    lists.put(
        "StatePagesOfTarget",
        List.of()); // what it asks is no filter: its answer stands above the list
    lists.put("PartnerChoices", List.of()); // the lists read its id
    lists.put("PartnerResource", List.of());
    lists.put("Period", List.of("/backoffice/log"));
    lists.put("RegisteredDomainResource", List.of());
    lists.put("ReportList", List.of("/backoffice/abuse/reports"));
    lists.put("Scope", List.of());
    lists.put("SearchResource", List.of());
    lists.put("SecurityLog", List.of("/backoffice/security"));
    lists.put("ObservedAddressList", List.of("/backoffice/points/{id}/seen"));
    lists.put("StaffDomainsResource", List.of("/backoffice/domains"));
    lists.put("StaffExemptionResource", List.of());
    lists.put("StaffTicketsResource", List.of());
    lists.put("AgentApiResource", List.of());
    lists.put("ConfirmationResource", List.of());
    lists.put("LatestStateResource", List.of());
    lists.put("TicketList", List.of("/backoffice/tickets", "/tickets"));
    return lists;
  }

  /** The names that each class reads in the query of a URL. */
  static Map<String, Set<String>> read() {
    var all = new TreeMap<String, Set<String>>();
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var names =
            READ.matcher(Files.readString(file))
                .results()
                .map(ListFilters::name)
                .collect(toCollection(TreeSet::new));
        if (!names.isEmpty()) {
          all.put(file.getFileName().toString().replace(".java", ""), names);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static String name(MatchResult read) {
    for (int i = 1; i <= read.groupCount(); i++) {
      if (read.group(i) != null) {
        return read.group(i);
      }
    }
    return read.group().contains("partnerOf") ? "partner" : "sort";
  }

  /** Each parameter of each list, as {@link Walk#filters} names it. */
  static Set<String> all() {
    var filters = new TreeSet<String>();
    read()
        .forEach(
            (reader, names) ->
                READERS.getOrDefault(reader, List.of()).stream()
                    .flatMap(
                        list ->
                            names.stream()
                                .filter(name -> !KEYS.contains(name))
                                .map(name -> list + " " + name))
                    .filter(filter -> !NONE.contains(filter))
                    .forEach(filters::add));
    return filters;
  }
}
