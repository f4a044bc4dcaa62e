package nl.poort25.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.poort25.account.Account;
import nl.poort25.imports.FileImportAct.FileImported;
import nl.poort25.imports.FileImportAct.ImportWithdrawn;
import nl.poort25.web.Conflict;

/** An uploaded file without faults, kept until somebody who has seen the preview applies it. */
@Entity
@Table(name = "network_import")
public class FileImport {
  /** What it holds. */
  public enum Kind {
    /** prefixes, one a line, from a delegated-extended file */
    DELEGATED,
    /** the same, from inetnum and inet6num objects */
    INETNUM,
    /** the CSV as it came */
    CONNECTIONS,
    /** the CSV of what is open, to be taken over */
    OPENINGS,
    /** the CSV of names and their mail services, to be taken over */
    DOMAINS
  }

  /** Characters: H2 takes no longer column. */
  static final int LONGEST = 1_000_000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String content;
  private String tally;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "uploaded_by")
  private Account by;

  @Column(name = "uploaded_at")
  private Instant at;

  @Column(name = "applied_at")
  private Instant appliedAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Version private int version;

  protected FileImport() {}

  /**
   * @param tally what of the file does not show in the content; null where all of it does
   */
  FileImport(Kind kind, String content, FileTally tally, Account by, Instant now) {
    this.kind = kind;
    this.content = content;
    this.tally = tally == null ? null : tally.written();
    this.by = by;
    at = now;
  }

  /**
   * Comes before anything is changed.
   *
   * @param current digest of what would come of it now; null where it can no longer be applied
   * @param shown digest of what was shown
   * @throws Conflict if they differ, or nobody waits for it any more
   */
  public void mustBeAsShown(String current, String shown) {
    mustWait();
    if (current == null || !current.equals(shown)) {
      throw new Conflict("import " + id + " would not do what was shown");
    }
  }

  public FileImported apply(int added, int gone, Instant now) {
    mustWait();
    appliedAt = now;
    return new FileImported(this, added, gone);
  }

  /** Nobody applies it any more. */
  ImportWithdrawn withdraw(Instant now) {
    mustWait();
    withdrawnAt = now;
    return new ImportWithdrawn(this);
  }

  private void mustWait() {
    if (isOver()) {
      throw new Conflict("import " + id + " is applied or withdrawn already");
    }
  }

  public Long getId() {
    return id;
  }

  public Kind getKind() {
    return kind;
  }

  public String getContent() {
    return content;
  }

  /** Null for CSV, which is kept as it came. */
  public FileTally getTally() {
    return FileTally.of(tally);
  }

  public Account getBy() {
    return by;
  }

  public Instant getAt() {
    return at;
  }

  public Instant getAppliedAt() {
    return appliedAt;
  }

  public boolean isApplied() {
    return appliedAt != null;
  }

  public Instant getWithdrawnAt() {
    return withdrawnAt;
  }

  /** Applied or withdrawn. */
  public boolean isOver() {
    return appliedAt != null || withdrawnAt != null;
  }
}
