package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.PortalClasses;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.database.StatementLog;
import nl.poort25.database.TestDatabase;
import nl.poort25.imports.CsvImport;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.FileImports;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionKind;
import nl.poort25.network.ConnectionRange;
import nl.poort25.network.ProviderPrefix;
import nl.poort25.takeover.DomainImports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file of many lines asks the database no more often than one of few, whatever hears of what it
 * does: with each query Hibernate compares all that the transaction has, so that a query a line
 * makes the time grow with the square of the lines.
 */
@Tag(TestDatabase.TAG)
class LargeImportsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

  /** More than are looked for one by one. */
  private static final int FEW = 20;

  /** Still one batch of a query with a list. */
  private static final int MANY = 210;

  /**
   * One kind of file.
   *
   * @param line by its number
   */
  private record Sample(FileImport.Kind kind, String header, IntFunction<String> line) {
    String file(int from, int lines) {
      return header
          + "\n"
          + IntStream.range(from, from + lines)
              .mapToObj(line)
              .map(text -> text + "\n")
              .collect(Collectors.joining());
    }
  }

  /** By the class that imports it. */
  private static final Map<String, Sample> SAMPLES =
      Map.of(
          "ConnectionImports",
          new Sample(
              FileImport.Kind.CONNECTIONS,
              "reference;kind;partner;customer;site;addresses",
              i -> "NEW-%d;colocation;Polder;Klant;;%s".formatted(i, address(200, i))),
          "DomainImports",
          new Sample(
              FileImport.Kind.DOMAINS,
              "name;partner;customer;dns;service;intake;destination;local-part",
              i ->
                  "naam-%d.nl;Polder;Klant;nee;%s"
                      .formatted(i, i % 2 == 0 ? ";;;" : "SMTP;;192.0.2.1;")),
          "OpeningImports",
          new Sample(
              FileImport.Kind.OPENINGS,
              "address;source;connection;kind;since;host",
              i -> "%s;;LINE-%d;colocation;2020-01-01;".formatted(address(0, i), i)));

  private static final StatementLog LOG = new StatementLog();
  private static TestDatabase database;
  private static long uploader;
  private static long other;

  private static String address(int first, int i) {
    return "10.%d.%d.%d".formatted(first, i / 250, 1 + i % 250);
  }

  static Stream<Class<? extends CsvImport>> imports() {
    return PortalClasses.ALL.stream()
        .filter(type -> type.isAssignableTo(CsvImport.class) && !type.isInterface())
        .map(type -> type.reflect().asSubclass(CsvImport.class));
  }

  @BeforeAll
  static void fill() {
    database = new TestDatabase(LOG, PortalClasses.entities());
    database.run(
        em -> {
          uploader = account(em, "a@x.example");
          other = account(em, "b@x.example");
          var partner = new Partner("Polder", NOW);
          em.persist(partner);
          em.persist(
              new ProviderPrefix(Cidr.of("10.0.0.0/8"), ProviderPrefix.Origin.HAND, null, NOW));
          for (int i = 0; i < FEW + MANY; i++) {
            var line =
                new Connection("LINE-" + i, ConnectionKind.COLOCATION, partner, null, null, NOW);
            em.persist(line);
            em.persist(new ConnectionRange(line, Cidr.of(address(0, i)), NOW));
          }
        });
  }

  private static long account(EntityManager em, String email) {
    var account = new Account(null, email, "Mirjam", Set.of(Role.ADMINISTRATOR), "nl", NOW);
    em.persist(account);
    return account.getId();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @MethodSource("imports")
  void aFileOfManyLinesAsksNoMoreThanOneOfFew(Class<? extends CsvImport> type) {
    var sample = SAMPLES.get(type.getSimpleName());
    mustAskNoMore(type, sample, (imports, id, digest) -> imports.apply(id, digest, other, NOW));
  }

  @Test
  void namesOfAFileAreProvenWithoutAQueryForEach() {
    var names = SAMPLES.get("DomainImports");
    mustAskNoMore(
        DomainImports.class,
        new Sample(names.kind(), names.header(), i -> "bewezen-" + names.line().apply(i)),
        (imports, id, digest) -> ((DomainImports) imports).apply(id, digest, "lijst", NOW));
  }

  private static void mustAskNoMore(Class<? extends CsvImport> type, Sample sample, Apply how) {
    queries(type, sample.file(0, 1), sample.kind(), how); // what is asked once is not counted
    long few = queries(type, sample.file(1, FEW - 1), sample.kind(), how);
    long many = queries(type, sample.file(FEW, MANY), sample.kind(), how);
    assertNotEquals(0, few);
    assertEquals(few, many);
  }

  /** How a preview that was seen is applied. */
  private interface Apply {
    int to(CsvImport imports, long id, String digest);
  }

  private static long queries(
      Class<? extends CsvImport> type, String file, FileImport.Kind kind, Apply how) {
    long id =
        database
            .in(
                em ->
                    ResourcePages.beans(em).get(FileImports.class).keep(kind, file, uploader, NOW))
            .getId();
    String digest =
        database.in(
            em -> {
              var preview = ResourcePages.beans(em).get(type).preview(file, NOW);
              assertEquals("[]", preview.faults().toString());
              return preview.digest();
            });
    LOG.take();
    database.run(
        em ->
            assertNotEquals(
                0, how.to(HeardActs.by(ResourcePages.beans(em)).get(type), id, digest)));
    return LOG.take().stream().filter(StatementLog.Sent::isQuery).count();
  }
}
