package nl.poort25.mx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import nl.poort25.mx.DnsChecks.Lane;
import nl.poort25.round.Round;
import nl.poort25.round.RoundRun;
import nl.poort25.round.Rounds;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Background rounds that check the DNS of the domains that are due (3.5, 3.11). New domains without
 * proof have a round of their own, so that a thousand of them keep no other waiting.
 */
@ApplicationScoped
public class DnsCheckRounds {
  @Inject DnsCheckRunner runner;
  @Inject Settings settings;
  @Inject Rounds rounds;
  @Inject Rounds roundsForNew;

  /** Of the round of all names, which is one at a time. */
  private final ResolverSilence silence = new ResolverSilence();

  void start(@Observes Startup event) {
    if (settings.flag(Setting.MX_SCHEDULE)) {
      rounds.start(
          Round.DOMAINS,
          "the names that are due could not be looked at",
          turn -> round(turn, Lane.ALL));
      roundsForNew.start(
          Round.NEW_DOMAINS, "the new names could not be looked at", turn -> round(turn, Lane.NEW));
    }
  }

  private void round(RoundRun turn, Lane lane) throws InterruptedException {
    var sweep =
        new DnsSweep(
            lane,
            runner,
            settings.number(Setting.DNS_NAMES_MOST),
            settings.number(Setting.DNS_NAMES_SECOND));
    sweep.run(turn);
    // new names may well be those of one customer whose DNS is silent
    if (lane == Lane.ALL && silence.record(sweep.looked(), sweep.isHeard())) {
      turn.markInVain();
    }
  }
}
