package nl.poort25.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import nl.poort25.database.BesideDatabase;
import nl.poort25.database.PrivateFiles;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import org.eclipse.microprofile.config.Config;

/** Where the archive is: a file for each kind and month, for the portal's own user alone. */
@ApplicationScoped
class ArchiveFolder {
  /** With less the archive leaves the room to the database, which may be on the same disk. */
  private static final long ROOM = 64L << 20;

  private Path folder;

  protected ArchiveFolder() {}

  @Inject
  ArchiveFolder(Settings settings, Config config) {
    this(
        settings.text(Setting.ARCHIVE_FOLDER).isEmpty()
            ? BesideDatabase.path(config, ".archive")
            : Path.of(settings.text(Setting.ARCHIVE_FOLDER)));
  }

  ArchiveFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path path() {
    return folder;
  }

  /**
   * On the disk once it returns.
   *
   * @throws ArchiveFault where it cannot be there
   */
  void append(ArchiveKind kind, YearMonth month, byte[] lines) {
    Path file = folder.resolve(kind.fileName() + "-" + month + ".jsonl.gz");
    try {
      if (!Files.isDirectory(folder)) {
        PrivateFiles.makeFolder(folder);
        PrivateFiles.sync(folder.getParent());
      }
      if (Files.getFileStore(folder).getUsableSpace() < ROOM) {
        throw new ArchiveFault("less than " + (ROOM >> 20) + " MB are free in " + folder);
      }
      new ArchiveFile(file).append(GzipMember.of(lines));
    } catch (IOException e) {
      throw new ArchiveFault(file + " cannot be written (" + e + ")", e);
    }
  }
}
