/**
 * Background work: rounds that run again and again, how they are watched, and how the portal comes
 * to an orderly end.
 *
 * <p>Start with {@link Round} (the list of all of them, with their pauses and when one is late),
 * {@link Rounds} (runs one of them) and {@link RoundRun} (the time that one run may take). {@link
 * OverdueRounds} knows which are late, and {@link RoundsCheck} says so to the monitoring. {@link
 * GracefulShutdown} lets requests and rounds end before the container does.
 *
 * <p>Asks: {@code setting} for how long a balancer needs to see that it ends.
 */
package nl.poort25.round;
