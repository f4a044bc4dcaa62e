package nl.poort25.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import nl.poort25.round.Round;
import nl.poort25.round.Rounds;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes a backup of the embedded database once a day, and at once where somebody has put a file
 * {@code now} into the folder, which goes when the backup is there. PostgreSQL has programs of its
 * own for that.
 */
@ApplicationScoped
public class BackupRounds {
  private static final Logger LOG = System.getLogger(BackupRounds.class.getName());
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  @Inject Settings settings;
  @Inject InstantSource clock;
  @Inject Rounds rounds;

  void start(@Observes Startup event) {
    var source = Migrations.source(ConfigProvider.getConfig());
    String folder = settings.text(Setting.BACKUP_FOLDER);
    if (folder.isBlank() || source.file() == null) {
      return;
    }
    var path = Path.of(folder.strip()).toAbsolutePath();
    var backups = new Backups(source, path, ZONE);
    rounds.start(
        Round.BACKUP, "no backup of the database could be made", turn -> run(backups, path));
  }

  private void run(Backups backups, Path folder) {
    try {
      Path asked = folder.resolve("now");
      boolean now = Files.exists(asked);
      if (now || isDue(backups)) {
        var made = backups.make(clock.instant(), settings.number(Setting.BACKUP_KEEP));
        Files.deleteIfExists(asked);
        LOG.log(Level.INFO, "a backup of the database was made: {0}", made);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isDue(Backups backups) throws IOException {
    var all = backups.all();
    return all.isEmpty() || all.lastKey().isBefore(lastTime(clock.instant()));
  }

  /** When the last of the daily ones was to be made. */
  private Instant lastTime(Instant now) {
    var time = LocalTime.parse(settings.text(Setting.BACKUP_TIME));
    var today = now.atZone(ZONE).with(time);
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }
}
