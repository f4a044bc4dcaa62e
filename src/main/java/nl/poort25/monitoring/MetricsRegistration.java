package nl.poort25.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Supplier;
import nl.poort25.database.PoolUse;
import nl.poort25.enforcement.Alarm;
import nl.poort25.round.OverdueRounds;
import nl.poort25.round.Round;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Gives the container what it answers with at {@code /metrics}. */
@ApplicationScoped
class MetricsRegistration {
  @Inject MetricRegistry registry;
  @Inject RecentFigures figures;
  @Inject OverdueRounds rounds;

  void register(@Observes Startup event) {
    for (var figure : Figure.values()) {
      gauge(figure.metric(), figure.meaning(), () -> figures.number(figure));
    }
    for (var kind : Alarm.Kind.values()) {
      gauge(
          Metric.name("alarms"),
          "alarms that stand, by kind",
          () -> figures.alarms(kind),
          new Tag("kind", kind.name().toLowerCase(Locale.ROOT)));
    }
    for (var round : Round.values()) {
      gauge(
          Metric.name("rounds_late"),
          "1 where a round of background work is late on this node",
          () -> rounds.late().contains(round) ? 1 : 0,
          new Tag("round", round.name().toLowerCase(Locale.ROOT)));
    }
    gauge(Metric.name("pool_used"), "connections to the database in use", PoolUse::used);
    gauge(Metric.name("pool_waiting"), "threads that wait for a connection", PoolUse::waiting);
  }

  private void gauge(String name, String meaning, Supplier<Number> value, Tag... tags) {
    registry.gauge(Metadata.builder().withName(name).withDescription(meaning).build(), value, tags);
  }
}
