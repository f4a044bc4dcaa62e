/**
 * Figures for the monitoring, in Prometheus' form at {@code /metrics}, with the monitoring token:
 * what waits and for how long ({@link Figure}), alarms, rounds, the pool, and how long pages take
 * ({@link RequestTimes}). Whether the portal is ready is told by the health checks of the packages
 * that know.
 *
 * <p>Start with {@link Figure} (all of them, with what they mean) and {@link Figures} (reads them,
 * seldom); {@link MetricsRegistration} gives them to the container, which answers.
 *
 * <p>Asks: {@code account}, {@code domain}, {@code mx}, {@code mailservice}, {@code ticket} and
 * {@code enforcement} for numbers.
 */
package nl.poort25.monitoring;
