package nl.poort25.database;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the build runs on PostgreSQL too is found by its tag. */
class OnEachDatabaseTest {
  private static final DescribedPredicate<JavaClass> USE_A_DATABASE =
      describe(
          "use a database",
          c ->
              c.getTransitiveDependenciesFromSelf().stream()
                  .anyMatch(d -> d.getTargetClass().isEquivalentTo(MigratedDatabase.class)));

  private static final DescribedPredicate<JavaAnnotation<?>> THE_TAG =
      describe(
          "the tag " + TestDatabase.TAG,
          a ->
              a.getRawType().isEquivalentTo(Tag.class)
                  && a.get("value").orElseThrow().equals(TestDatabase.TAG));

  private static final ArchRule TRIED_ON_EACH =
      classes()
          .that()
          .haveSimpleNameEndingWith("Test")
          .and(USE_A_DATABASE)
          .should()
          .beAnnotatedWith(THE_TAG)
          .because("otherwise it is tried on H2 alone");

  /** Is one, and does not say so. */
  private static final class NobodysTest {
    @SuppressWarnings("UnusedVariable")
    private MigratedDatabase database;
  }

  @Test
  void whoeverUsesADatabaseIsTriedOnEach() {
    TRIED_ON_EACH.check(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("nl.poort25")
            .that(
                describe(
                    "in use",
                    c ->
                        !c.isEquivalentTo(NobodysTest.class)
                            && !c.isEquivalentTo(OnEachDatabaseTest.class))));
    var alone = new ClassFileImporter().importClasses(NobodysTest.class, MigratedDatabase.class);
    assertTrue(TRIED_ON_EACH.evaluate(alone).hasViolation());
  }
}
