package nl.poort25.it;

/**
 * How often a trial that rests on chance or measures time is repeated: once in every build, often
 * in the long form ({@code mvn verify -Ptrials}).
 */
public final class Trials {
  /** The tag of classes that the build leaves out, since it tries the same in a shorter way. */
  public static final String LONG_FORM = "long-form";

  /**
   * The tag of classes that the build runs once, and not on each database: those that choose theirs
   * by themselves, have none, or try a program of a point.
   */
  public static final String ON_ONE_DATABASE = "on-one-database";

  /**
   * The tag of what needs the WAR of an earlier release, which no build has: working.md says how.
   */
  public static final String OLDER_RELEASE = "older-release";

  private static final int LONG = 30;

  /** Of what takes seconds. */
  public static final int RUNS = Integer.getInteger("it.runs", 1);

  private Trials() {}

  /** Whether this is the long form. */
  public static boolean isLong() {
    return RUNS >= LONG;
  }

  /** That many in the long form; as much less in the build as the runs are fewer. */
  public static int of(int many) {
    return isLong() ? many : Math.max(RUNS, many * RUNS / LONG);
  }
}
