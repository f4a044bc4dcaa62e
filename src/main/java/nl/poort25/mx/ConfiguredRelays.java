package nl.poort25.mx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import nl.poort25.setting.Settings;

/**
 * The provider's relays from the settings, and the evaluator of MX records that should point to
 * them (3.10).
 */
@ApplicationScoped
class ConfiguredRelays {
  private MxEvaluator judge;

  protected ConfiguredRelays() {}

  @Inject
  ConfiguredRelays(Settings settings) {
    judge = MxEvaluator.of(settings);
  }

  /** Makes it now, so that a setting that cannot be used stops the start. */
  void start(@Observes Startup event) {}

  MxEvaluator judge() {
    return judge;
  }
}
