package nl.poort25.abuse;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.time.LocalDate;
import java.util.Arrays;
import nl.poort25.abuse.ReportAct.ReportConfirmed;
import nl.poort25.abuse.ReportAct.ReportDismissed;
import nl.poort25.abuse.ReportAct.ReportGathered;
import nl.poort25.abuse.ReportAct.ReportNamed;
import nl.poort25.abusereport.ParsedReport;
import nl.poort25.account.Account;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.web.Conflict;

/**
 * Entity of an uploaded complaint about an address. It never blocks anything: staff confirms
 * address and date, and decides.
 */
@Entity
@Table(name = "abuse_report")
public class AbuseReport {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String digest;

  @Enumerated(EnumType.STRING)
  private ReportState state;

  @Embedded private ReportContents contents;

  @Column(name = "uploaded_at")
  private Instant uploadedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "uploaded_by")
  private Account uploadedBy;

  private String address;

  @Column(name = "named_at")
  private Instant namedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "named_by")
  private Account namedBy;

  @Column(name = "held_at")
  private Instant heldAt;

  @Column(name = "day_of")
  private LocalDate day;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "connection_id")
  private Connection connection;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "confirmed_by")
  private Account confirmedBy;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "case_id")
  private AbuseCase abuseCase;

  @Column(name = "dismissed_at")
  private Instant dismissedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "dismissed_by")
  private Account dismissedBy;

  private String why;
  @Version private int version;

  protected AbuseReport() {}

  /**
   * @param digest of what was uploaded
   */
  AbuseReport(ParsedReport read, String digest, Account by, Instant now) {
    this.digest = digest;
    state = ReportState.UNMATCHED;
    contents = ReportContents.of(read);
    uploadedAt = now;
    uploadedBy = by;
  }

  /**
   * A guess, for staff to confirm.
   *
   * @param holder who held the address then; null where nobody of ours did
   */
  void match(Cidr found, Instant then, Connection holder) {
    hold(found, then, holder);
    state = holder == null ? ReportState.UNMATCHED : ReportState.MATCHED;
  }

  /**
   * Staff says which address it is about, where the report does not, or not in a way that was read.
   *
   * @param holder who held it then; null where nobody of ours did
   */
  ReportNamed assignAddress(Cidr found, Instant then, Connection holder, Account by, Instant now) {
    mustWait();
    match(found, then, holder);
    namedAt = now;
    namedBy = by;
    return new ReportNamed(this);
  }

  /** Staff says that it is about this address at that moment. */
  ReportConfirmed confirm(Cidr found, Instant then, Connection holder, Account by, Instant now) {
    mustWait();
    hold(found, then, holder);
    state = ReportState.CONFIRMED;
    confirmedAt = now;
    confirmedBy = by;
    return new ReportConfirmed(this);
  }

  private void hold(Cidr found, Instant then, Connection holder) {
    address = found.toString();
    heldAt = then;
    day = LocalDate.ofInstant(then, LocalizedTexts.ZONE);
    connection = holder;
  }

  /** It belongs to that case from here on. */
  ReportGathered gather(AbuseCase into) {
    if (state != ReportState.CONFIRMED) {
      throw new Conflict("report " + id + " is " + state);
    }
    state = ReportState.IN_CASE;
    abuseCase = into;
    return new ReportGathered(this);
  }

  /** Nothing is to be done about it. */
  ReportDismissed dismiss(String reason, Account by, Instant now) {
    mustWait();
    state = ReportState.DISMISSED;
    why = reason;
    dismissedAt = now;
    dismissedBy = by;
    return new ReportDismissed(this);
  }

  /** The version that somebody saw, and acted by. */
  void mustStillBe(int seen) {
    if (version != seen) {
      throw new Conflict("report " + id + " has changed since it was shown");
    }
  }

  private void mustWait() {
    if (!isWaiting()) {
      throw new Conflict("report " + id + " is " + state);
    }
  }

  /** Whether staff still has something to do with it. */
  public boolean isWaiting() {
    return state != ReportState.IN_CASE && state != ReportState.DISMISSED;
  }

  /** Null where the report does not have that one. */
  public Instant at(ReportDate moment) {
    return switch (moment) {
      case REPORTED -> contents.getReportedAt();
      case RECEIVED -> contents.getReceivedAt();
      case ARRIVED -> contents.getArrivedAt();
      case UPLOADED -> uploadedAt;
    };
  }

  /** The first of its dates that is not in the future. */
  Instant likeliestAt(Instant now) {
    return Arrays.stream(ReportDate.values())
        .map(this::at)
        .filter(at -> at != null && !at.isAfter(now))
        .findFirst()
        .orElse(now);
  }

  String getDigest() {
    return digest;
  }

  public Long getId() {
    return id;
  }

  public ReportState getState() {
    return state;
  }

  /** What it says. */
  public ReportContents getContents() {
    return contents;
  }

  public Instant getUploadedAt() {
    return uploadedAt;
  }

  public Account getUploadedBy() {
    return uploadedBy;
  }

  /** When staff said which address it is about, or null. */
  public Instant getNamedAt() {
    return namedAt;
  }

  public Account getNamedBy() {
    return namedBy;
  }

  /** That it is held against; null where there is none. */
  public Cidr getAddress() {
    return address == null ? null : Cidr.of(address);
  }

  public Instant getHeldAt() {
    return heldAt;
  }

  public LocalDate getDay() {
    return day;
  }

  /** That the address was on at that moment; null where nobody of ours held it. */
  public Connection getConnection() {
    return connection;
  }

  public Instant getConfirmedAt() {
    return confirmedAt;
  }

  public Account getConfirmedBy() {
    return confirmedBy;
  }

  public AbuseCase getAbuseCase() {
    return abuseCase;
  }

  public Instant getDismissedAt() {
    return dismissedAt;
  }

  public Account getDismissedBy() {
    return dismissedBy;
  }

  public String getWhy() {
    return why;
  }

  public int getVersion() {
    return version;
  }
}
