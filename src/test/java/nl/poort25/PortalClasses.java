package nl.poort25;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;

/** The compiled classes of the portal, without those of its tests, read once. */
public final class PortalClasses {
  public static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nl.poort25");

  private PortalClasses() {}

  /** All that have a table: for a database of a test that asks as the portal does. */
  public static Class<?>[] entities() {
    return ALL.stream()
        .filter(type -> type.isAnnotatedWith(Entity.class))
        .map(type -> type.reflect())
        .toArray(Class<?>[]::new);
  }
}
