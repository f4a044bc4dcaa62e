package nl.poort25.database;

import java.io.File;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/**
 * Where the portal's own files are if no setting says so: beside the folder of an embedded
 * database, as "data.key" is beside "data", so that a copy of the folder has none of them; in the
 * working directory for a database elsewhere.
 */
public final class BesideDatabase {
  private static final String ELSEWHERE = "data";

  private BesideDatabase() {}

  /**
   * @param ending ".key", say
   * @throws IllegalStateException where there is nothing beside that folder
   */
  public static Path path(Config config, String ending) {
    return path(Migrations.source(config).file(), ending);
  }

  /**
   * @param database its file, or null
   */
  static Path path(File database, String ending) {
    if (database == null) {
      return Path.of(ELSEWHERE + ending).toAbsolutePath().normalize();
    }
    Path folder = database.toPath().toAbsolutePath().normalize().getParent();
    if (folder.getFileName() == null) {
      throw new IllegalStateException("the database lies in the root folder");
    }
    return folder.resolveSibling(folder.getFileName() + ending);
  }
}
