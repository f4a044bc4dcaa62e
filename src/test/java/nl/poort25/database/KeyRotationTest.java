package nl.poort25.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.poort25.it.PortalUnderTest;
import nl.poort25.it.PostgreSql;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the secrets of a database at a start, by the keys that are there. */
@Tag(TestDatabase.TAG)
class KeyRotationTest {
  private static final int RUNS = Trials.RUNS;
  private static final int ACCOUNTS = 1203; // more than two batches
  private static final String PLAIN = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK";
  private static PostgreSql server;

  @TempDir private static Path migrated;
  @TempDir private Path folder;
  private PortalDataSource source;

  /** The embedded one, which the tests have a copy of: its migrations take longer than they do. */
  @BeforeAll
  static void migrate() {
    if (!PortalUnderTest.isOnPostgreSql()) {
      Migrations.run(embedded(migrated));
    }
  }

  private static PortalDataSource embedded(Path folder) {
    var source = new PortalDataSource();
    source.setUrl("jdbc:h2:file:" + folder.resolve("data/portal"));
    source.setUser("sa");
    return source;
  }

  @BeforeEach
  void start() throws Exception {
    if (PortalUnderTest.isOnPostgreSql()) {
      source = new PortalDataSource();
      server = server == null ? new PostgreSql() : server;
      source.setUrl(server.url());
      source.setUser(PostgreSql.USER);
      run("drop schema public cascade", "create schema public");
      Migrations.run(source);
    } else {
      source = embedded(folder);
      Files.createDirectory(folder.resolve("data"));
      for (String name : List.of("data/portal.mv.db", "data/portal.mv.db.starting")) {
        Files.copy(migrated.resolve(name), folder.resolve(name));
      }
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private void run(String... statements) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> column(String query) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  /** As an older portal has written them. */
  private void writePlain() throws SQLException {
    boolean postgres = PortalUnderTest.isOnPostgreSql();
    run(
        ("insert into account (email, name, roles, language, stamp, locked, totp_secret,"
                + " totp_last_step, created_at, version) select 'a' || x || '@example.nl', 'A',"
                + " 'AUDITOR', 'nl', 0, false, '%s' || (1000 + x), 0, current_timestamp, 0 from %s")
            .formatted(
                PLAIN,
                (postgres ? "generate_series" : "system_range")
                    + "(1, "
                    + ACCOUNTS
                    + ") as s"
                    + (postgres ? "(x)" : "")),
        "insert into signing_key (made_at, private_key, public_key) values (current_timestamp,"
            + " 'MC4CAQAwBQYDK2VwBCIEIPlain', 'public')");
  }

  private static Map<String, String> keys(String... keys) {
    return Map.of("poort25.data.key", String.join(",", keys));
  }

  private void seal(Map<String, String> settings) {
    KeyRotation.run(source, Migrating.settings(settings));
  }

  private void assertAllReadable(int accounts) throws SQLException {
    var ids = column("select id from account where totp_secret is not null order by id");
    var stored =
        column("select totp_secret from account where totp_secret is not null order by id");
    assertEquals(accounts, stored.size());
    for (int i = 0; i < stored.size(); i++) {
      assertTrue(Secret.TOTP.decrypt(stored.get(i), ids.get(i)).startsWith(PLAIN));
    }
    var key = column("select private_key from signing_key").get(0);
    assertTrue(Secret.SIGNING_KEY.decrypt(key, "public").startsWith("MC4C"));
  }

  private long plainRows() throws SQLException {
    return Stream.concat(
            column("select totp_secret from account").stream(),
            column("select private_key from signing_key").stream())
        .filter(stored -> stored != null && DataKeys.keyOf(stored) == null)
        .count();
  }

  private String refused(Map<String, String> settings) {
    return assertThrows(IllegalStateException.class, () -> seal(settings)).getMessage();
  }

  @Test
  void plainRowsAreEncryptedAndNothingOfThemIsLeftInTheFile() throws Exception {
    writePlain();
    seal(keys(DataKeys.generate()));
    assertEquals(0, plainRows());
    assertAllReadable(ACCOUNTS);
    assertEquals("TRUE", column("select upper(cast(erased as varchar(5))) from data_key").get(0));
    if (source.file() != null) {
      Migrations.shutDown(source);
      String bytes = Files.readString(source.file().toPath(), ISO_8859_1);
      assertTrue(bytes.contains("a1203@example.nl"), "what is looked for in it can be found");
      assertFalse(bytes.contains(PLAIN));
      assertFalse(bytes.contains("BCIEIPlain"));
    }
  }

  @Test
  void aSecondStartChangesNothing() throws Exception {
    String key = DataKeys.generate();
    writePlain();
    seal(keys(key));
    var before = column("select totp_secret from account order by id");
    seal(keys(key));
    assertEquals(before, column("select totp_secret from account order by id"));
  }

  @Test
  void aStartWithAnotherKeyIsRefusedAndChangesNothing() throws Exception {
    String key = DataKeys.generate();
    writePlain();
    seal(keys(key));
    var before = column("select totp_secret from account order by id");
    String said = refused(keys(DataKeys.generate()));
    String id = column("select key_id from data_key").get(0);
    assertTrue(said.contains(id) && said.contains("poort25.data.key"), said);
    assertFalse(said.contains(key), said);
    assertEquals(before, column("select totp_secret from account order by id"));
    seal(keys(key));
  }

  /** Also where nobody has a secret yet: the check value is enough. */
  @Test
  void aWrongKeyIsFoundBeforeAnythingIsEncrypted() throws Exception {
    seal(keys(DataKeys.generate()));
    assertTrue(refused(keys(DataKeys.generate())).contains("the data key is another"));
  }

  @Test
  void aMissingFileIsRefusedAndNoneIsMade() throws Exception {
    var file = folder.resolve("kept.key");
    Files.createFile(file, PrivateFiles.ofFile(file));
    Files.writeString(file, DataKeys.generate());
    var named = Map.of("poort25.data.key.file", "" + file);
    seal(named);
    Files.delete(file);
    assertTrue(refused(named).contains("the data key is missing"));
    assertFalse(Files.exists(file));
    if (source.file() != null) {
      assertTrue(refused(Map.of()).contains("" + folder.resolve("data.key")));
      assertFalse(Files.exists(folder.resolve("data.key")));
    }
  }

  /** A mistyped name is not to make a second key. */
  @Test
  void aFileThatIsNamedAndNotThereIsRefusedWithHowToMakeIt() {
    var file = folder.resolve("none.key");
    String said = refused(Map.of("poort25.data.key.file", "" + file));
    assertTrue(said.contains("openssl rand -base64 32 > " + file), said);
    assertFalse(Files.exists(file));
  }

  @Test
  void theKeyCanBeChanged() throws Exception {
    String old = DataKeys.generate();
    String now = DataKeys.generate();
    writePlain();
    seal(keys(old));
    seal(keys(now, old));
    assertAllReadable(ACCOUNTS);
    seal(keys(now));
    assertAllReadable(ACCOUNTS);
    assertTrue(refused(keys(old)).contains("the data key is another"));
  }

  /** A copy from before the change, beside a file that has the older line still. */
  @Test
  void anOlderCopyIsReadWithTheOlderLine() throws Exception {
    String old = DataKeys.generate();
    writePlain();
    seal(keys(old));
    seal(keys(DataKeys.generate(), DataKeys.generate(), old));
    assertAllReadable(ACCOUNTS);
  }

  @Test
  void rowsOfAnOlderPortalAmongOthersAreEncryptedToo() throws Exception {
    String key = DataKeys.generate();
    seal(keys(key));
    writePlain();
    seal(keys(key));
    assertEquals(0, plainRows());
    assertAllReadable(ACCOUNTS);
  }

  /** By the words of src/docs/decisions.md. */
  @Test
  void withTheKeyLostForGoodThereIsAWayOut() throws Exception {
    writePlain();
    seal(keys(DataKeys.generate()));
    String all = Files.readString(Path.of("src/docs/decisions.md"));
    String told = all.substring(all.indexOf("**The data key is lost.**"));
    for (String line : told.substring(0, told.indexOf("The next start")).split("\n")) {
      if (line.startsWith("    ")) {
        run(line.strip().split("; *"));
      }
    }
    seal(keys(DataKeys.generate()));
    assertEquals(ACCOUNTS, column("select id from account where totp_secret is null").size());
    assertEquals(List.of(), column("select public_key from signing_key"));
  }

  @Test
  void ofTwoNodesWithKeysOfTheirOwnOneIsRefused() throws Exception {
    if (source.file() != null) {
      return; // one process at a time
    }
    writePlain();
    var threads = Executors.newFixedThreadPool(2);
    int refused = 0;
    Callable<Boolean> start =
        () -> {
          seal(keys(DataKeys.generate()));
          return true;
        };
    for (var one : threads.invokeAll(List.of(start, start))) {
      try {
        one.get();
      } catch (java.util.concurrent.ExecutionException e) {
        assertTrue(
            e.getCause().getMessage().contains("the data key is another"), "" + e.getCause());
        refused++;
      }
    }
    threads.shutdown();
    assertEquals(1, refused);
    assertEquals(0, plainRows());
  }

  @Test
  void whereverItIsKilledTheNextStartGoesOn() throws Exception {
    if (source.file() == null) {
      return; // the process has the embedded one
    }
    var chance = new Random(25);
    for (int i = 0; i < RUNS; i++) {
      run("delete from account", "delete from signing_key");
      writePlain();
      run("shutdown");
      var process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElse("java"),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  Migrating.class.getName(),
                  "jdbc:h2:file:" + folder.resolve("data/portal"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor(400 + chance.nextInt(1800), MILLISECONDS);
      process.destroyForcibly().waitFor();
      Migrations.run(source);
      seal(Map.of());
      assertEquals(0, plainRows());
      assertAllReadable(ACCOUNTS);
    }
    assertNotNull(KeyFile.beside(source.file()).read());
  }

  /** A column that must be read again and is named like a secret is one of these, or known here. */
  @Test
  void noColumnThatLooksLikeASecretStandsInClear() throws Exception {
    var known =
        List.of(
            "ACCOUNT.RECOVERY_CODES", // hashes, each with its salt
            "REGISTRATION.PROOF_TOKEN", // stands in the DNS for all to see
            "REGISTRATION.UNICODE_NAME");
    var found =
        column(
            "select upper(table_name || '.' || column_name) from information_schema.columns where"
                + " upper(table_schema) = 'PUBLIC' and (lower(column_name) like '%secret%' or"
                + " lower(column_name) like '%private%' or lower(column_name) like '%token%' or"
                + " lower(column_name) like '%password%' or lower(column_name) like '%code%')");
    var sealed =
        Stream.of(Secret.values())
            .map(
                secret ->
                    (secret.table() + "." + secret.column()).toUpperCase(java.util.Locale.ROOT))
            .toList();
    found.removeAll(known);
    found.removeAll(sealed);
    found.removeIf(column -> column.endsWith("_HASH")); // only recognised
    assertEquals(List.of(), found);
  }
}
