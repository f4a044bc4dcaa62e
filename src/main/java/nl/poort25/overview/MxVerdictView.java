package nl.poort25.overview;

import java.time.Instant;
import java.util.List;
import nl.poort25.mx.MxFinding;
import nl.poort25.mx.MxVerdict;
import nl.poort25.mx.MxVerdict.Outcome;
import nl.poort25.policy.Citation;
import nl.poort25.text.Text;

/**
 * The verdict on the MX records, as the page of a domain shows it. While no service is active, they
 * are not to point here yet: what is wrong may stay so, and what is right makes mail bounce.
 *
 * @param served whether a mail service is active
 * @param told whether who looks is told what to change: staff, and a partner who keeps the records
 * @param freshUntil until when a look may show what was, after a change; null where unknown
 */
public record MxVerdictView(MxVerdict verdict, boolean served, boolean told, Instant freshUntil) {
  /** Whether the records are to be set later, when a service is active. */
  public boolean isLater() {
    return !served && isWrong();
  }

  public boolean isWrong() {
    return verdict.outcome() == Outcome.WRONG;
  }

  /** Whether there is something that a change of the records changes. */
  public boolean isKnown() {
    return verdict.outcome() != Outcome.UNKNOWN;
  }

  /** Whether there are no records to judge one by one, though it is known what is wrong. */
  public boolean isWithoutRecords() {
    return isWrong() && verdict.reason() != MxVerdict.Reason.RECORDS_AT_FAULT;
  }

  public String sign() {
    return switch (verdict.outcome()) {
      case CORRECT -> served ? "ok" : "bad";
      case WRONG -> "bad";
      case UNKNOWN -> "wait";
    };
  }

  public Text word() {
    return verdict.outcome() == Outcome.CORRECT && !served
        ? Text.of("domain.mx-state.here")
        : Text.of("domain.mx-state." + verdict.outcome());
  }

  public Text judgement() {
    return verdict.judgement();
  }

  /** What the whole says to who only listens. */
  public Text said() {
    return isLater() ? Text.of("mx.page.later") : judgement();
  }

  /** Null where nothing is to be changed, or not by who looks. */
  public Text advice() {
    return !isKnown() || isToMend() ? verdict.advice() : null;
  }

  /** Until when a look may show what was; null where that is unknown or of no matter. */
  public Instant cachedUntil() {
    return isToMend() ? freshUntil : null;
  }

  private boolean isToMend() {
    return served && told && isWrong();
  }

  public List<Line> lines() {
    return verdict.findings().stream().map(finding -> new Line(finding, served)).toList();
  }

  /** One record. */
  public record Line(MxFinding finding, boolean served) {
    public String sign() {
      if (served) {
        return finding.isFault() ? "bad" : "ok";
      } else if (isHere()) {
        return "wait";
      }
      return finding.isFault() ? "none" : "ok";
    }

    public Text word() {
      if (served) {
        return finding.word();
      } else if (isHere()) {
        return Text.of("mx.word.here");
      }
      return finding.isFault() ? Text.of("mx.word.later") : finding.word();
    }

    private boolean isHere() {
      return finding.kind() == MxFinding.Kind.RIGHT;
    }

    public boolean isFault() {
      return finding.isFault();
    }

    public Text cure() {
      return served ? finding.advice() : Text.of("mx.page.later.cure", finding.advice());
    }

    public Text judgement() {
      return finding.judgement();
    }

    public Citation cites() {
      return finding.kind().article().policy();
    }
  }
}
