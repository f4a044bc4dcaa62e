package nl.poort25.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * How often a trial that rests on chance or measures time is repeated: once in every build, often
 * in the long form ({@code mvn verify -Ptrials}).
 */
public final class Trials {
  private static final int LONG = 30;

  /** Of what takes seconds. */
  public static final int RUNS = Integer.getInteger("it.runs", 1);

  private Trials() {}

  /** Whether this is the long form. */
  public static boolean isLong() {
    return RUNS >= LONG;
  }

  /** For what the build tries in a shorter way elsewhere. */
  public static void onlyInTheLongForm() {
    assumeTrue(isLong(), "in the long form alone: -Ptrials");
  }

  /** That many in the long form; as much less in the build as the runs are fewer. */
  public static int of(int many) {
    return isLong() ? many : Math.max(RUNS, many * RUNS / LONG);
  }
}
