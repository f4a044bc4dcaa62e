package nl.poort25.mx;

import static nl.poort25.policy.Article.A3_10;
import static nl.poort25.policy.Article.A3_11;

import java.util.Optional;
import nl.poort25.policy.Article;
import nl.poort25.text.Text;

/**
 * What is to be said of one record.
 *
 * @param record as found; of a missing one, as wanted
 * @param wanted what the record should become, or be added as, where the cure says so
 * @param above the highest wanted preference: every other record must be above it
 */
public record MxFinding(
    Kind kind, Cure cure, MxRecord record, Optional<MxRecord> wanted, int above) {
  public enum Kind {
    RIGHT(false, A3_10),
    /** preference above the highest wanted one */
    MAY_STAY(false, A3_11),
    /** neither gone nor above it */
    NOT_ABOVE(true, A3_11),
    /** a relay with the other's preference, and the other with its own */
    SWAPPED(true, A3_10),
    WRONG_PREFERENCE(true, A3_10),
    MISSING(true, A3_10),
    /** a relay with the zone's name behind it */
    LOOKS_UNDOTTED(true, A3_10),
    /** RFC 7505 */
    NULL_MX(true, A3_11);

    private final boolean fault;
    private final Article article;

    Kind(boolean fault, Article article) {
      this.fault = fault;
      this.article = article;
    }

    public Article article() {
      return article;
    }
  }

  /** What to do with this very record. */
  public enum Cure {
    LEAVE,
    ADD,
    CHANGE,
    WRITE_DOT,
    REMOVE,
    REMOVE_OR_RAISE
  }

  public boolean isFault() {
    return kind.fault;
  }

  /** The judgement in a word. */
  public Text word() {
    return Text.of("mx.word." + kind);
  }

  public Text judgement() {
    return text("mx.record." + kind);
  }

  public Text advice() {
    return text("mx.cure." + cure);
  }

  /** Whether it is this or that: the record, what it should be, the highest wanted preference. */
  private Text text(String key) {
    return Text.of(
        key,
        record.toString(),
        wanted.map(MxRecord::inZoneFile).orElse(""),
        String.valueOf(above),
        String.valueOf(above + 10));
  }
}
