package nl.poort25.point;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A line in which a point differs from the state that it should have. */
@Entity
@Table(name = "point_drift")
public class DriftLine {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "point_id")
  private Point point;

  private boolean surplus;
  private String text;

  protected DriftLine() {}

  DriftLine(Point point, boolean surplus, String text) {
    this.point = point;
    this.surplus = surplus;
    this.text = text;
  }

  /** Whether it should not be there; else it is missing. */
  public boolean isSurplus() {
    return surplus;
  }

  public String getText() {
    return text;
  }

  /** For a reader: a row of a table after the name of the table. */
  public String getShown() {
    return text.startsWith("!") ? text.substring(1).replaceFirst(" ", ": ") : text;
  }
}
