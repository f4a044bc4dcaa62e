package nl.poort25.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;

/** How long a line stands: from the generation that added it to the one that removed it. */
@Entity
@Table(name = "generation_line")
public class LineSpan {
  /** Part of a query: that the line {@code l} stands in the generation of that {@code :number}. */
  public static final String STANDS =
      "l.from <= :number and (l.until is null or l.until > :number)";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private EnforcementTarget target;

  private String text;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "address_key")
  private String addressKey;

  @Column(name = "from_number")
  private long from;

  @Enumerated(EnumType.STRING)
  private Cause.Kind cause;

  @Column(name = "cause_id")
  private long causeId;

  @Column(name = "until_number")
  private Long until;

  @SuppressWarnings("UnusedVariable") // the index keeps it single
  private String held;

  protected LineSpan() {}

  LineSpan(EnforcementTarget target, DesiredLine line, Cause cause, long from) {
    this.target = target;
    text = line.toString();
    addressKey = line.key();
    this.cause = cause.kind();
    causeId = cause.id();
    this.from = from;
    held = held(target, line);
  }

  /** What the index keeps single while the line lasts. */
  static String held(EnforcementTarget target, DesiredLine line) {
    return target + " " + line;
  }

  public DesiredLine line() {
    return DesiredLine.parse(target, text);
  }

  public String getText() {
    return text;
  }

  public long getFrom() {
    return from;
  }

  /** What brought it. */
  public Cause cause() {
    return new Cause(cause, causeId);
  }
}
