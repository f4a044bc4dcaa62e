package nl.poort25.database;

/** A data key of this process, for tests of what keeps a secret. */
public final class DataKeyOfTest {
  private static final DataKeys KEYS = DataKeys.parse(DataKeys.generate(), "memory");

  private DataKeyOfTest() {}

  public static void use() {
    Secret.setKeys(KEYS);
  }
}
