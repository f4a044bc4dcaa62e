package nl.poort25.mx;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import nl.poort25.domainname.PublicSuffixes;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.DnsAnswer.Unavailable;
import nl.poort25.mx.MxVerdict.Outcome;

/**
 * The result of one DNS check of a name: MX records, and where needed TXT record, name servers and
 * zone.
 *
 * @param proof empty where the TXT record was not asked for
 * @param zone empty where the name servers were not asked for
 * @param zoneTop of the zone that the name lies in; empty where that was not asked or not said
 */
record DnsCheckResult(
    DnsAnswer<MxRecord> mx,
    Outcome outcome,
    Optional<ProofRecord.Outcome> proof,
    Optional<ZoneNameServers> zone,
    Optional<String> zoneTop) {
  /**
   * Asks, for as long as it takes.
   *
   * @param needsTxt whether the TXT record matters though the MX records are correct
   * @param needsZone whether it matters who runs the DNS
   */
  static CompletableFuture<DnsCheckResult> at(
      ProofRecord proof, boolean needsTxt, boolean needsZone, Dns dns, MxEvaluator judge) {
    return dns.mx(proof.name())
        .thenCompose(
            mx -> {
              var outcome = judge.judge(proof.name(), mx).outcome();
              boolean answered = isAnswered(mx);
              var txt =
                  askedIf(
                      answered && (needsTxt || outcome != Outcome.CORRECT),
                      () -> dns.txt(proof.owner()).thenApply(proof::judge));
              var servers =
                  askedIf(
                      answered && needsZone,
                      () -> dns.nameServers(proof.name()).thenApply(ZoneNameServers::of));
              var top = zoneTop(proof.name(), mx, dns);
              return txt.thenCombine(
                      servers, (t, s) -> new DnsCheckResult(mx, outcome, t, s, Optional.empty()))
                  .thenCombine(top, DnsCheckResult::withZoneTop);
            });
  }

  private DnsCheckResult withZoneTop(Optional<String> top) {
    return new DnsCheckResult(mx, outcome, proof, zone, top);
  }

  private static <T> CompletableFuture<Optional<T>> askedIf(
      boolean asked, Supplier<CompletableFuture<T>> question) {
    return asked
        ? question.get().thenApply(Optional::of)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  // a name that a registry has delegated is a zone; one below it may lie in another's
  private static CompletableFuture<Optional<String>> zoneTop(
      String name, DnsAnswer<MxRecord> mx, Dns dns) {
    boolean isBelow = PublicSuffixes.delegated(name).filter(name::equals).isEmpty();
    return isBelow && !(mx instanceof Unavailable)
        ? dns.zone(name)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  // who does not answer is not asked twice
  private static boolean isAnswered(DnsAnswer<MxRecord> mx) {
    return !(mx instanceof Unavailable<MxRecord> none)
        || (none.cause() != Cause.TIMEOUT && none.cause() != Cause.UNREACHABLE);
  }

  /** Whether a resolver answered at all. */
  boolean isAnswered() {
    return isAnswered(mx);
  }

  /** Null where that is unknown. */
  Boolean proofSeen() {
    if (proof.isEmpty() || proof.get() instanceof ProofRecord.Outcome.Unknown) {
      return null;
    }
    return proof.get() instanceof ProofRecord.Outcome.Seen;
  }
}
