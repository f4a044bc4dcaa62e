package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.poort25.abuse.AbuseCases;
import nl.poort25.mailservice.ActiveServices;
import nl.poort25.mailservice.Destination;
import nl.poort25.web.Malformed;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/** Gathers what was decided, for the state of the relays. */
@ApplicationScoped
@Transactional
class RelayDecisions {
  private ActiveServices services;
  private KnownDestinations destinations;
  private AbuseCases abuse;
  private Destination mailstore;

  protected RelayDecisions() {}

  /**
   * @throws IllegalStateException if the setting names no host
   */
  @Inject
  RelayDecisions(
      ActiveServices services,
      KnownDestinations destinations,
      AbuseCases abuse,
      Settings settings) {
    this.services = services;
    this.destinations = destinations;
    this.abuse = abuse;
    mailstore = mailstore(settings);
  }

  private static Destination mailstore(Settings settings) {
    String text = settings.text(Setting.RELAY_MAILSTORE);
    try {
      return text.isEmpty() ? null : Destination.parse(text);
    } catch (Malformed e) {
      throw new IllegalStateException(
          Setting.RELAY_MAILSTORE.key() + ": no host name or address: " + text, e);
    }
  }

  RelayFacts facts() {
    return new RelayFacts(
        services.all(), destinations.reached(), abuse.deniedClients(), mailstore != null);
  }

  /** Where mail that is fetched is kept, for what is written out; null for none. */
  Destination mailstore() {
    return mailstore;
  }
}
