package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.PortalClasses;
import nl.poort25.account.Role;
import nl.poort25.account.SignedInUser;
import nl.poort25.bench.LargeProvider;
import nl.poort25.database.RowsRead;
import nl.poort25.database.StatementLog;
import nl.poort25.database.TestDatabase;
import nl.poort25.domain.RegistrationAction;
import nl.poort25.domain.RegistrationCandidate;
import nl.poort25.domain.RegistrationRequest;
import nl.poort25.domainname.DomainName;
import nl.poort25.list.ListPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What each list, with each filter, and each home asks of the database: so few statements, and of
 * its rows no more than a number that does not hang on how many there are. There are 20,000 or more
 * of all that is listed, so what reads all of it fails. {@code target/query-plans.txt} gets a line
 * for each page.
 */
@Tag(TestDatabase.TAG)
class QueryPlansTest {
  /** PostgreSQL reads more of an index than it has to where it believes that to be cheaper. */
  private static final int LARGER = PortalUnderTest.isOnPostgreSql() ? 4 : 1;

  private static final int DOMAINS = 20_000 * LARGER;
  private static final int STATEMENTS = 5;
  private static final int STATEMENTS_OF_HOME = 12;

  /** Of what looks for all kinds of things. */
  private static final int STATEMENTS_OF_SEARCH = 9;

  /** What a page looks through, and what hangs on the rows that it shows. */
  private static final long ROWS = PortalUnderTest.isOnPostgreSql() ? 38_000 : 5_400;

  /** Besides, for each list that a statement counts. */
  private static final long COUNTED = 1_501;

  private static final SignedInUser STAFF =
      new SignedInUser(
          3,
          "Staff",
          "administrator@large.example",
          null,
          null,
          Set.of(Role.ADMINISTRATOR),
          "nl",
          true);
  private static final SignedInUser PARTNER =
      new SignedInUser(
          5,
          "Beheerder",
          "admin1@large.example",
          1L,
          "Partner 1",
          Set.of(Role.PARTNER_ADMIN),
          "nl",
          true);

  private static final StatementLog LOG = new StatementLog();
  private static final List<String> TABLE = new ArrayList<>();
  private static TestDatabase database;

  @BeforeAll
  static void fill() throws SQLException {
    database = new TestDatabase(LOG, PortalClasses.entities());
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      LargeProvider.fill(connection, DOMAINS, 1, 25);
      connection.setAutoCommit(true);
      statement.execute("analyze");
    }
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
    Files.write(
        Path.of("target/query-plans.txt"),
        Stream.concat(
                Stream.of("statements  rows read  page, of %,d domains".formatted(DOMAINS)),
                TABLE.stream())
            .toList());
  }

  @Test
  void theListsOfStaffReadNoMoreThanTheyShow() throws SQLException {
    mustBeFew(STAFF, ListUrls.ofStaff(), STATEMENTS);
  }

  @Test
  void theListsOfAPartnerReadNoMoreThanTheyShow() throws SQLException {
    mustBeFew(PARTNER, ListUrls.ofPartner(), STATEMENTS);
  }

  @Test
  void theHomesReadNoMoreThanTheyShow() throws SQLException {
    mustBeFew(STAFF, List.of("/backoffice"), STATEMENTS_OF_HOME);
    mustBeFew(PARTNER, List.of("/"), STATEMENTS_OF_HOME);
  }

  /** What the rounds look for again and again, mostly in vain. */
  @Test
  void theRoundsReadOnlyWhatIsDue() throws SQLException {
    var now = Instant.now();
    mustBeDue("outbox.MailQueue", "claim");
    mustBeDue("exemption.Reconfirmations", "due", now);
    mustBeDue("enforcement.ResolvedDestinations", "due", now, 100);
    mustBeDue("monitoring.Figures", "read");
    mustBeDue("notification.Digests", "waiting", now);
    var lanes = type("mx.DnsChecks$Lane").getEnumConstants();
    for (Object lane : lanes) {
      mustBeDue("mx.DnsChecks", "due", lane, 100);
    }
  }

  /** Of names that lie far from one another, and of two partners: not what is between them. */
  @Test
  void aFileOfNamesReadsOnlyWhatIsInTheirWay() throws SQLException {
    var asked =
        IntStream.range(0, 26 * 26)
            .mapToObj(
                i ->
                    RegistrationCandidate.uploaded(
                        1 + i % 2,
                        new RegistrationRequest(
                            DomainName.parse(
                                "%c%c-in-bestand.nl".formatted('a' + i / 26, 'a' + i % 26)),
                            RegistrationAction.DO_NOT_MOVE,
                            false,
                            null)))
            .toList();
    mustBeDue("domain.NewRegistrations", "judge", asked, Instant.now());
  }

  private static void mustBeDue(String bean, String asks, Object... arguments) throws SQLException {
    var type = type(bean);
    var method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(one -> one.getName().equals(asks))
            .filter(one -> one.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    LOG.take();
    database.in(
        em -> {
          try {
            return method.invoke(ResourcePages.beans(em).get(type), arguments);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(bean, e);
          }
        });
    try (var connection = database.source().getConnection()) {
      var rows = new RowsRead(connection);
      for (var statement : LOG.take()) {
        long read = rows.of(statement);
        long bound = COUNTED * LARGER * lists(statement);
        assertTrue(read <= bound, () -> bean + " reads " + read + " rows");
      }
    }
  }

  /** How many it counts, or reads the first of. */
  private static int lists(StatementLog.Sent statement) {
    return statement.sql().split("union all").length;
  }

  private static Class<?> type(String name) {
    return PortalClasses.ALL.get("nl.poort25." + name).reflect();
  }

  private static void mustBeFew(SignedInUser visitor, Iterable<String> urls, int statements)
      throws SQLException {
    var faults = new TreeMap<String, List<String>>();
    try (var connection = database.source().getConnection()) {
      var rows = new RowsRead(connection);
      for (String url : urls) {
        var pages = new LinkedHashSet<String>();
        look(visitor, url, rows, statements, faults, pages);
        for (String page : List.copyOf(pages)) {
          look(visitor, page, rows, statements, faults, new LinkedHashSet<>());
        }
      }
    }
    var text = new StringBuilder();
    faults.forEach((fault, where) -> text.append('\n').append(where).append('\n').append(fault));
    assertEquals("", text.toString());
  }

  /**
   * @param pages gets the URLs of the next page and of the one before that
   */
  private static void look(
      SignedInUser visitor,
      String url,
      RowsRead rows,
      int statements,
      Map<String, List<String>> faults,
      Set<String> pages)
      throws SQLException {
    LOG.take();
    var page = database.in(em -> new ResourcePages(em, visitor).get(url));
    var sent = LOG.take();
    var again = sent;
    if (sent.size() > statements) {
      // that a search finds much, and what a partner is called, is asked once a minute
      database.run(em -> new ResourcePages(em, visitor).get(url));
      again = LOG.take();
    }
    if (again.size()
        > (url.matches("/search.*|/backoffice/addresses.*") ? STATEMENTS_OF_SEARCH : statements)) {
      var said = new StringBuilder(again.size() + " statements");
      again.forEach(statement -> said.append("\n  ").append(statement.sql()));
      faults.computeIfAbsent(said.toString(), key -> new ArrayList<>()).add(url);
    }
    long all = 0;
    for (var statement : sent) {
      long read = rows.of(statement);
      all += read;
      if (read > ROWS + COUNTED * LARGER * lists(statement)) {
        faults
            .computeIfAbsent(rows.plan(statement), key -> new ArrayList<>())
            .add(url + " reads " + read);
      }
    }
    TABLE.add("%10d  %9d  %s".formatted(sent.size(), all, url));
    if (page.model().get("list") instanceof ListPage<?> list && list.next() != null) {
      pages.add(list.next());
    }
  }
}
