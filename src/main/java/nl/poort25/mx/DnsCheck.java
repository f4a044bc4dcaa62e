package nl.poort25.mx;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.poort25.mx.DnsChecks.Lane;

/**
 * Entity with the result of the last DNS check of a registration, whether a check is running, and
 * when the next one is due; there from the registration on. Apart from it, so that a look which
 * finds what the one before found leaves the registration alone.
 */
@Entity
@Table(name = "dns_check")
class DnsCheck {
  /**
   * After which a run has died, with its node. Above what the timeouts of a look add up to, unless
   * they are set far higher; a run that is slower still finds its place taken and says nothing.
   */
  static final Duration LONGEST = Duration.ofMinutes(2);

  /** After this time the schedule looks at a new name though the round for new names never did. */
  private static final Duration FIRST_CHECK = Duration.ofHours(1);

  private static final int LONGEST_NAME = 253;

  @Id
  @Column(name = "registration_id")
  private Long registrationId;

  @Column(name = "next_at")
  private Instant nextAt;

  @Column(name = "eager_at")
  private Instant eagerAt;

  @Column(name = "running_since")
  private Instant runningSince;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Column(name = "verdict_since")
  private Instant verdictSince;

  @Column(name = "mx_answer")
  private String mxAnswer;

  @Column(name = "mx_fresh_until")
  private Instant mxFreshUntil;

  @Column(name = "proof_answer")
  private String proofAnswer;

  @Column(name = "zone_answer")
  private String zoneAnswer;

  @Column(name = "zone_top")
  private String zoneTop;

  protected DnsCheck() {}

  /** Of a new name, at which the first look is due at once. */
  DnsCheck(long registrationId, Instant now) {
    this.registrationId = registrationId;
    schedule(now.plus(FIRST_CHECK), now);
  }

  /**
   * When its DNS is looked at again.
   *
   * @param next by the round of all names
   * @param eager by that of the new ones; null for no longer
   */
  final void schedule(Instant next, Instant eager) {
    nextAt = next;
    eagerAt = eager;
  }

  /** Leaves it until then to who has taken it from that lane. */
  void lease(Lane lane, Instant until) {
    switch (lane) {
      case ALL -> nextAt = until;
      case NEW -> eagerAt = until;
    }
  }

  /**
   * Takes what the run that began at {@link #isRunSince} found.
   *
   * @param anew whether the outcome is another than before
   */
  void recordResult(DnsCheckResult look, boolean anew, Instant now) {
    mxAnswer =
        DnsAnswerText.of(OriginalTtl.of(look.mx(), now, getMxAnswer().orElse(null), mxFreshUntil));
    mxFreshUntil = look.mx().visibleFrom(now).orElse(null);
    proofAnswer = look.proof().map(ProofText::of).orElse(null);
    // what was found stays known where nobody answers
    zoneAnswer =
        look.zone().map(ZoneNameServers::text).orElse(look.isAnswered() ? null : zoneAnswer);
    zoneTop = look.zoneTop().filter(top -> top.length() <= LONGEST_NAME).orElse(null);
    verdictSince = anew || verdictSince == null ? now : verdictSince;
    checkedAt = now;
    runningSince = null;
  }

  void begin(Instant now) {
    runningSince = now;
  }

  void abort() {
    runningSince = null;
  }

  /** Whether it is that run that runs, and no other has taken its place. */
  boolean isRunSince(Instant began) {
    return began.equals(runningSince);
  }

  boolean isRunning(Instant now) {
    return runningSince != null && runningSince.isAfter(now.minus(LONGEST));
  }

  Long getRegistrationId() {
    return registrationId;
  }

  /** Null before the first outcome. */
  Instant getCheckedAt() {
    return checkedAt;
  }

  /** Since when the outcome has been what it is. */
  Instant getVerdictSince() {
    return verdictSince;
  }

  /** With the whole TTL, as far as it is known. */
  Optional<DnsAnswer<MxRecord>> getMxAnswer() {
    return Optional.ofNullable(mxAnswer).map(DnsAnswerText::parse);
  }

  /** Until when the resolver may go on giving this answer, whatever the zone says meanwhile. */
  Instant getMxFreshUntil() {
    return mxFreshUntil;
  }

  /** Empty where the last look did not ask for the TXT record. */
  Optional<ProofRecord.Outcome> getProofAnswer() {
    return Optional.ofNullable(proofAnswer).map(ProofText::parse);
  }

  /** Empty where the last look did not ask for the name servers. */
  Optional<ZoneNameServers> getZone() {
    return Optional.ofNullable(zoneAnswer).map(ZoneNameServers::parse);
  }

  /** Of the zone that the name was seen to lie in; empty where that was not asked or not said. */
  Optional<String> getZoneTop() {
    return Optional.ofNullable(zoneTop);
  }
}
