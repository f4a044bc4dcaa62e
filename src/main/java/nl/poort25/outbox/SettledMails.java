package nl.poort25.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.stream.Stream;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.archive.ArchiveSource;
import nl.poort25.archive.OldRows;
import nl.poort25.setting.Setting;

/** The mails that are over: sent, or given up. One that waits stays, however old it is. */
@ApplicationScoped
class SettledMails implements ArchiveSource {
  @Override
  public Setting keeps() {
    return ArchiveKind.MAIL.keeps();
  }

  @Override
  public Stream<OldRows> old(Instant before) {
    return Stream.of("sent_at", "given_up_at")
        .map(over -> OldRows.by(ArchiveKind.MAIL, over, before));
  }
}
