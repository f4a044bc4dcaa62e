package nl.poort25.it;

/**
 * How often a trial that rests on chance or measures time is repeated: a few times in every build,
 * often in the long form ({@code mvn verify -Ptrials}).
 */
public final class Trials {
  private static final int LONG = 30;

  /** Of what takes seconds. */
  public static final int RUNS = Integer.getInteger("it.runs", 3);

  private Trials() {}

  /** That many in the long form; as much less in the build as the runs are fewer. */
  public static int of(int many) {
    return RUNS >= LONG ? many : Math.max(RUNS, many * RUNS / LONG);
  }
}
