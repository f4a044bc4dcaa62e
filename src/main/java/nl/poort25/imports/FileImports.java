package nl.poort25.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.account.Account;
import nl.poort25.audit.Act;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.Sha256;

/** The uploaded files that wait to be applied and those that were. */
@ApplicationScoped
@Transactional
public class FileImports {
  @PersistenceContext EntityManager em;
  @Inject Settings settings;
  @Inject Event<Act> acts;

  public FileImport keep(FileImport.Kind kind, String content, long by, Instant now) {
    return keep(kind, content, null, by, now);
  }

  /**
   * @param tally null where all of it is kept
   */
  public FileImport keep(
      FileImport.Kind kind, String content, FileTally tally, long by, Instant now) {
    var account = em.getReference(Account.class, by);
    var upload = new FileImport(kind, content, tally, account, now);
    em.persist(upload);
    return upload;
  }

  /** With who uploaded it. */
  public FileImport get(long id, FileImport.Kind... kinds) {
    return em
        .createQuery(
            "select i from FileImport i join fetch i.by where i.id = :id", FileImport.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .filter(upload -> List.of(kinds).contains(upload.getKind()))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** Those that wait, the oldest first. */
  public List<Long> waiting(FileImport.Kind kind) {
    return em.createQuery(
            "select i.id from FileImport i where i.kind = :kind and i.appliedAt is null"
                + " and i.withdrawnAt is null order by i.id",
            Long.class)
        .setParameter("kind", kind)
        .getResultList();
  }

  public void withdraw(long id, FileImport.Kind kind, Instant now) {
    acts.fire(get(id, kind).withdraw(now));
  }

  /** How long an upload may be, in thousands of bytes, and so of characters. */
  int kilobytes() {
    return Math.min(settings.number(Setting.IMPORT_KILOBYTES), FileImport.LONGEST / 1000);
  }

  /** Of an outcome: another one than was shown is not applied. */
  public static String digest(Stream<String> lines) {
    return Sha256.hex(lines.map(line -> line + "\n").collect(Collectors.joining()));
  }
}
