package nl.poort25.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A condition that the network role must look at, from when it is raised until it has ended. */
@Entity
public class Alarm {
  /** What is the matter. */
  public enum Kind {
    /** A state would have done what nobody decided; it was not made. About a target. */
    UNDECIDED("alarm-undecided-firewall", "alarm-undecided-relay"),
    /** A change is so large that it waits for the network role. About a target. */
    HELD_BACK("alarm-held-back-firewall", "alarm-held-back-relay"),
    /** A state could not be made; the log has why. About a target. */
    NOT_MADE("alarm-not-made-firewall", "alarm-not-made-relay"),
    /** Lines were not what was decided, and nothing had told the portal. About a target. */
    MISSED("alarm-missed-firewall", "alarm-missed-relay"),
    /** Nothing is heard of a point. */
    SILENT("alarm-silent"),
    /** A point could not carry out a state. */
    FAILED("alarm-failed"),
    /** A point holds a state that the portal never made: its database is older than it was. */
    AHEAD("alarm-ahead"),
    /** A point holds something else than it was to. */
    DRIFT("alarm-drift"),
    /** A prober was answered where nothing is to be open. */
    ANSWERS("alarm-answers"),
    /** A prober reached nobody where the portal says that port 25 is open. */
    UNREACHED("alarm-unreached"),
    /** What the portal does by itself is late. About a round. */
    LATE("alarm-late"),
    /** A state waits because a canary did not show it. */
    CANARY_FAILED("alarm-canary-failed"),
    /** A state went on without a canary that nothing is heard of. */
    CANARY_PASSED_OVER("alarm-canary-passed-over");

    private final List<String> mails;

    Kind(String... mails) {
      this.mails = List.of(mails);
    }

    /** Whether it is about all points of a target instead of one. */
    public boolean isOfTarget() {
      return mails.size() > 1;
    }

    /** Whether it is about what the portal does by itself. */
    public boolean isOfRound() {
      return this == LATE;
    }

    /** Whether it is about one point. */
    public boolean isOfPoint() {
      return !isOfTarget() && !isOfRound();
    }

    /** The key of what its detail is; null where that speaks for itself. */
    public String getDetailKey() {
      return switch (this) {
        case SILENT -> "point.alarm.seen";
        case AHEAD -> "point.alarm.numbers";
        default -> null;
      };
    }

    /** The template of the mail that tells it. */
    String mail(String about) {
      return mails.stream()
          .filter(mail -> isOfTarget() && mail.endsWith("-" + about.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElse(mails.get(0));
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String about;
  private String detail;
  private Instant since;

  @Column(name = "ended_at")
  private Instant endedAt;

  @SuppressWarnings("UnusedVariable") // the index keeps it single
  private String held;

  protected Alarm() {}

  Alarm(Kind kind, String about, String detail, Instant now) {
    this.kind = kind;
    this.about = about;
    this.detail = detail;
    since = now;
    held = key(kind, about);
  }

  /** One for each kind and what it is about. */
  public static String key(Kind kind, String about) {
    return kind + (about == null ? "" : " " + about);
  }

  void end(Instant now) {
    endedAt = now;
    held = null;
  }

  public Long getId() {
    return id;
  }

  public Kind getKind() {
    return kind;
  }

  /** The name of a point, or that of a target or a round. */
  public String getAbout() {
    return about;
  }

  public String getDetail() {
    return detail;
  }

  public Instant getSince() {
    return since;
  }

  public Instant getEndedAt() {
    return endedAt;
  }
}
