package nl.poort25.database;

/** The name under which a class is stored. */
public final class StoredNames {
  private StoredNames() {}

  /** Its simple name, unless a {@link StoredName} says another. */
  public static String of(Class<?> type) {
    var kept = type.getAnnotation(StoredName.class);
    return kept == null ? type.getSimpleName() : kept.value();
  }
}
