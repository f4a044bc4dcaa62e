package nl.poort25.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;

/** Something that the network role must look at, until it is over. */
@Entity
public class Alarm {
  /** What is the matter. */
  public enum Kind {
    /** A state would have done what nobody decided; it was not made. About a target. */
    UNDECIDED("alarm-undecided"),
    /** A change is so large that it waits for the network role. About a target. */
    HELD_BACK("alarm-held-back"),
    /** Nothing is heard of a point. */
    SILENT("alarm-silent"),
    /** A point could not carry out a state. */
    FAILED("alarm-failed"),
    /** A point holds something else than it was to. */
    DRIFT("alarm-drift"),
    /** A prober was answered where nothing is to be open. */
    ANSWERS("alarm-answers"),
    /** A state waits because a canary did not show it. */
    CANARY_FAILED("alarm-canary-failed"),
    /** A state went on without a canary that nothing is heard of. */
    CANARY_PASSED_OVER("alarm-canary-passed-over");

    private final String mail;

    Kind(String mail) {
      this.mail = mail;
    }

    /** Whether it is about all points of a target instead of one. */
    public boolean isOfTarget() {
      return this == UNDECIDED || this == HELD_BACK;
    }

    /** The template of the mail that tells it. */
    String mail(String about) {
      return isOfTarget() ? mail + "-" + about.toLowerCase(Locale.ROOT) : mail;
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

  /** The name of a point, or that of a target. */
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
