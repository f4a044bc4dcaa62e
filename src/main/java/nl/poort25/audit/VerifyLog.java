package nl.poort25.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.poort25.database.ProgramSettings;
import nl.poort25.database.ReadOnlyDatabase;

/**
 * Command-line program that verifies the audit log, with the portal's settings (environment or
 * system properties) and files with lines of anchors. Exit status: 0 for no fault, 1 for faults, 2
 * where it could not verify.
 */
public final class VerifyLog {
  private VerifyLog() {}

  public static void main(String[] files) {
    System.exit(run(List.of(files), new PrintStream(System.out, true, UTF_8)));
  }

  static int run(List<String> files, PrintStream out) {
    try (var connection = new ReadOnlyDatabase(ProgramSettings::find).open()) {
      var key = key(connection);
      if (key.isEmpty()) {
        out.println("This log was never sealed: no portal that seals it has been started on it.");
        return 2;
      }
      var outcome = LogCheck.of(connection, key.get(), lines(files));
      outcome.faults().forEach(out::println);
      if (outcome.all() > outcome.faults().size()) {
        out.println("and " + (outcome.all() - outcome.faults().size()) + " more");
      }
      out.printf(
          Locale.ROOT,
          "%d entries in the chain, %d to come, %d faults%n",
          outcome.entries(),
          outcome.waiting(),
          outcome.all());
      return outcome.all() == 0 ? 0 : 1;
    } catch (SQLException | IOException | IllegalStateException e) {
      out.println("The log could not be looked through: " + e.getMessage());
      out.println("(A portal that runs has the file of H2 for itself: take a copy, or stop it.)");
      return 2;
    }
  }

  private static Optional<AuditKey> key(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement("select secret, public_key from audit_key");
        var rows = query.executeQuery()) {
      return rows.next()
          ? Optional.of(StoredAuditKey.decrypt(rows.getString(1), rows.getString(2)))
          : Optional.empty();
    }
  }

  /** The lines of anchors among others: a mail may have been kept as it came. */
  private static List<String> lines(List<String> files) throws IOException {
    var lines = new ArrayList<String>();
    for (String file : files) {
      int before = lines.size();
      for (String line : Files.readAllLines(Path.of(file))) {
        int start = line.indexOf("poort25-log ");
        if (start >= 0) {
          lines.add(line.substring(start));
        }
      }
      if (lines.size() == before) {
        throw new IOException("no line of an anchor in " + file);
      }
    }
    return lines;
  }
}
