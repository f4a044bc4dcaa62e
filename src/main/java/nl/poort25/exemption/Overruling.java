package nl.poort25.exemption;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import nl.poort25.text.Text;

/** Staff set one rule aside for one decision, and said why (1.1). */
@Entity
public class Overruling {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "decision_id")
  private Decision decision;

  private String rule;
  private String offenders;
  private String reason;

  protected Overruling() {}

  Overruling(Decision decision, String rule, String offenders, String reason) {
    this.decision = decision;
    this.rule = rule;
    this.offenders = offenders;
    this.reason = reason;
  }

  public ExemptionRule getRule() {
    return ExemptionRule.valueOf(rule);
  }

  public Text title() {
    return Text.of("ExemptionRule." + rule + ".title", offenders);
  }

  public String getReason() {
    return reason;
  }

  public Decision getDecision() {
    return decision;
  }
}
