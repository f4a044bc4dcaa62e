package nl.poort25.point;

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
import java.time.Instant;
import nl.poort25.exemption.OutsideCheckStatus;

/** The last result of a prober for one address. */
@Entity
@Table(name = "probe")
public class LastProbeResult {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "point_id")
  private Point point;

  private String address;

  @Column(name = "tried_at")
  private Instant triedAt;

  @Enumerated(EnumType.STRING)
  private ProbeResult.Outcome outcome;

  private String banner;
  private boolean expected;

  protected LastProbeResult() {}

  /**
   * @param open whether it was to answer
   */
  LastProbeResult(Point point, ProbeResult tried, boolean open) {
    this.point = point;
    address = tried.address();
    triedAt = Instant.EPOCH;
    record(tried, open);
  }

  /**
   * Unless a later try is known.
   *
   * @param open whether it was to answer
   */
  void record(ProbeResult tried, boolean open) {
    if (!tried.at().isBefore(triedAt)) {
      triedAt = tried.at();
      outcome = tried.outcome();
      banner = tried.banner();
      expected = open;
    }
  }

  /**
   * Nothing but the greeting of a mail server shows that it is open, and nothing but an answer,
   * even without a word, that it is not closed.
   */
  public boolean isAsExpected() {
    return expected
        ? getSight() == OutsideCheckStatus.PROVEN
        : outcome != ProbeResult.Outcome.ANSWERED;
  }

  /** What it shows of an opening. */
  public OutsideCheckStatus getSight() {
    return switch (outcome) {
      case ANSWERED ->
          banner == null
              ? OutsideCheckStatus.MUTE
              : isGreeting(banner) ? OutsideCheckStatus.PROVEN : OutsideCheckStatus.NO_GREETING;
      case REFUSED -> OutsideCheckStatus.REFUSED;
      case SILENT -> OutsideCheckStatus.SILENT;
      case UNREACHABLE -> OutsideCheckStatus.UNREACHABLE;
    };
  }

  /**
   * Of a server that is ready for mail (RFC 5321 4.2.1, 4.3.2); {@link LastProbeResults} asks the
   * same.
   */
  private static boolean isGreeting(String banner) {
    return banner.startsWith("220");
  }

  /** The prober's own address. */
  String getFrom() {
    return point.getAccess().getSeenFrom();
  }

  public String getAddress() {
    return address;
  }

  public Instant getTriedAt() {
    return triedAt;
  }

  public ProbeResult.Outcome getOutcome() {
    return outcome;
  }

  /** What the server said first; printable ASCII, or null. */
  public String getBanner() {
    return banner;
  }

  /** Whether it was to answer. */
  public boolean isExpected() {
    return expected;
  }
}
