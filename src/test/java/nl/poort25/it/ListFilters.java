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
          "(?:query|getQueryParameters\\(\\))(?:\\.getFirst\\(|, )\"(\\w+)\"|@QueryParam\\(\"(\\w+)\"\\)");

  /** Where a page begins. */
  private static final Set<String> KEYS = Set.of("after", "before");

  /** What the other one of two lists reads, and one that would need a state to be released. */
  private static final Set<String> NONE =
      Set.of(
          "/backoffice/tickets state",
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
    lists.put("AddressesResource", List.of());
    lists.put("AdviceResource", List.of());
    lists.put("CaseAddressesResource", List.of());
    lists.put("CaseFilter", List.of("/backoffice/abuse"));
    lists.put("ConnectionFilter", List.of("/backoffice/connections"));
    lists.put("CustomersResource", List.of("/customers"));
    lists.put("DomainFilter", List.of("/backoffice/domains"));
    lists.put("DraftResource", List.of());
    lists.put("ExemptionFilter", List.of("/backoffice/exemptions"));
    lists.put("ExemptionsResource", List.of());
    lists.put("HistoryResource", List.of());
    lists.put("Listing", List.of("/backoffice/accounts", "/colleagues"));
    lists.put("LogFilter", List.of("/backoffice/log"));
    lists.put("LoginResource", List.of());
    lists.put("LogResource", List.of("/backoffice/log"));
    lists.put("MailFilter", List.of("/backoffice/mail"));
    lists.put("MailServersResource", List.of());
    lists.put("MailServiceFilter", List.of("/backoffice/mail-services"));
    lists.put("MxChecksResource", List.of());
    lists.put("NewAbuseCaseResource", List.of());
    lists.put("NewDomainResource", List.of());
    lists.put("NewMailServiceResource", List.of());
    lists.put("OfTarget", List.of()); // what it asks is no filter: its answer stands above the list
    lists.put("PartnerResource", List.of());
    lists.put("PrefixesResource", List.of());
    lists.put("RegisteredDomainResource", List.of());
    lists.put("ReportFilter", List.of("/backoffice/abuse/reports"));
    lists.put("SearchResource", List.of());
    lists.put("SecurityFilter", List.of("/backoffice/security"));
    lists.put("SeenResource", List.of("/backoffice/points/{id}/seen"));
    lists.put("StaffAbuseResource", List.of("/backoffice/abuse"));
    lists.put("StaffConnectionsResource", List.of("/backoffice/connections"));
    lists.put("StaffDomainsResource", List.of("/backoffice/domains"));
    lists.put("StaffExemptionResource", List.of());
    lists.put("StaffMailServicesResource", List.of("/backoffice/mail-services"));
    lists.put("StaffTicketsResource", List.of());
    lists.put("StateResource", List.of());
    lists.put("TicketFilter", List.of("/backoffice/tickets", "/tickets"));
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
    return read.group(1) == null ? read.group(2) : read.group(1);
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
