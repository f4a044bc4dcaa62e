package nl.poort25.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * Copies of the embedded database, made while it is used, as files of a folder: {@code
 * poort25-2026-11-30T0230.zip}. One that is not whole has another name, and the next removes it.
 */
final class Backups {
  private static final String PREFIX = "poort25-";
  private static final String SUFFIX = ".zip";
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm");

  private final PortalDataSource source;
  private final Path folder;
  private final ZoneId zone;

  /**
   * @param zone in which the names say when they were made
   */
  Backups(PortalDataSource source, Path folder, ZoneId zone) {
    this.source = source;
    this.folder = folder;
    this.zone = zone;
  }

  /**
   * Makes one, and removes the oldest.
   *
   * @param keep how many stay, at least 1
   * @throws UncheckedIOException if the folder cannot be written, or there is no room
   */
  Path make(Instant now, int keep) {
    Path part = folder.resolve("part");
    Path whole =
        folder.resolve(PREFIX + MINUTE.format(LocalDateTime.ofInstant(now, zone)) + SUFFIX);
    try {
      PrivateFiles.makeFolder(folder);
      Files.deleteIfExists(part);
      PrivateFiles.makeFile(part);
      write(part);
      PrivateFiles.sync(part);
      Files.move(part, whole, ATOMIC_MOVE);
      PrivateFiles.sync(folder);
      var all = all();
      while (all.size() > keep) {
        Files.delete(all.pollFirstEntry().getValue());
      }
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException("no backup was made in " + folder, e);
    }
  }

  private void write(Path part) throws IOException {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement("backup to ?")) {
      statement.setString(1, part.toString());
      statement.execute();
    } catch (SQLException e) {
      throw new IOException(e);
    }
    try (var zip = new ZipFile(part.toFile())) {
      String file = source.file().getName();
      Objects.requireNonNull(zip.getEntry(file), file);
    }
  }

  /** By when they were made. */
  NavigableMap<Instant, Path> all() throws IOException {
    var all = new TreeMap<Instant, Path>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        for (var file : files.toList()) {
          madeAt(file.getFileName().toString()).forEach(at -> all.put(at, file));
        }
      }
    }
    return all;
  }

  private List<Instant> madeAt(String name) {
    if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
      return List.of();
    }
    String minute = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
    try {
      return List.of(LocalDateTime.parse(minute, MINUTE).atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      return List.of(); // somebody's own
    }
  }
}
