package nl.poort25.point;

import nl.poort25.state.EnforcementTarget;

/** What kind of point it is, and so the format of the state that it gets. */
public enum PointKind {
  /** A firewall with the agent for nftables. */
  NFTABLES(EnforcementTarget.FIREWALL, true),
  /** A firewall that people keep up to date, or a program of theirs. */
  OTHER_FIREWALL(EnforcementTarget.FIREWALL, false),
  /** A relay with the agent for Postfix. */
  POSTFIX(EnforcementTarget.RELAY, true),
  /** A relay that people import files into, or a program of theirs. */
  IRONPORT(EnforcementTarget.RELAY, false),
  /** A host outside the network that tries what the firewalls let through; it changes nothing. */
  PROBER(EnforcementTarget.FIREWALL, true);

  private final EnforcementTarget target;
  private final boolean agent;

  PointKind(EnforcementTarget target, boolean agent) {
    this.target = target;
    this.agent = agent;
  }

  public EnforcementTarget target() {
    return target;
  }

  /** Whether it only tries what others carry out. */
  public boolean isProber() {
    return this == PROBER;
  }

  /** Whether it carries states out by itself, and so may have them before the others. */
  public boolean canBeCanary() {
    return agent && !isProber();
  }

  /** Whether there is an agent that carries it out; else people do, or a program of theirs. */
  public boolean hasAgent() {
    return agent;
  }
}
