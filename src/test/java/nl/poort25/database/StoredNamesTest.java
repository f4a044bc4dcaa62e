package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.poort25.PortalClasses;
import nl.poort25.audit.Act;
import nl.poort25.policy.Rule;
import nl.poort25.web.Setting;
import org.junit.jupiter.api.Test;

/**
 * Every name that rows have of something in the code, in a file that no refactoring changes: acts
 * and rules, tables, columns and constants. A renamed class keeps its name by {@link StoredName}; a
 * line may be added with what it is for, and goes only with a migration of what is stored.
 */
class StoredNamesTest {
  private static final JavaClasses CODE = PortalClasses.ALL;

  private final TreeSet<String> names = new TreeSet<>();

  @Test
  void areThoseOfTheFile() throws Exception {
    for (JavaClass found : CODE) {
      var type = found.reflect();
      if (Act.class.isAssignableFrom(type) && !found.isInterface()) {
        names.add("act " + StoredNames.of(type));
      }
      if (type.isEnum() && type != Setting.class) { // whose keys are held by settings.md
        names.add(
            Rule.class.isAssignableFrom(type)
                ? "rule " + StoredNames.of(type) + ": " + constants(type)
                : "one of " + constants(type));
      }
      if (isMapped(type)) {
        mapped(type);
      }
    }
    String all = String.join("\n", names) + "\n";
    Files.writeString(Path.of("target", "stored-names.txt"), all); // to compare with, or to take
    try (var kept = getClass().getResourceAsStream("stored-names.txt")) {
      assertEquals(new String(kept.readAllBytes(), StandardCharsets.UTF_8), all);
    }
  }

  @Test
  void aRenamedClassKeepsItsName() {
    assertEquals("Before", StoredNames.of(After.class));
    assertEquals("StoredNamesTest", StoredNames.of(StoredNamesTest.class));
  }

  @StoredName("Before")
  private static final class After {}

  private static boolean isMapped(Class<?> type) {
    return type.isAnnotationPresent(Entity.class)
        || type.isAnnotationPresent(Embeddable.class)
        || type.isAnnotationPresent(MappedSuperclass.class);
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** What is embedded, or shared by several tables, stands once, without one. */
  private void mapped(Class<?> type) {
    var named = type.getAnnotation(Table.class);
    String table =
        named != null
            ? named.name()
            : type.isAnnotationPresent(Entity.class) ? snake(type) : "(part)";
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())
          && !field.isAnnotationPresent(Transient.class)
          && !field.isSynthetic()) {
        names.add("column " + table + "." + column(field) + kind(field));
      }
    }
  }

  private static String column(Field field) {
    var column = field.getAnnotation(Column.class);
    if (column != null && !column.name().isEmpty()) {
      return column.name();
    }
    var join = field.getAnnotation(JoinColumn.class);
    return join != null && !join.name().isEmpty() ? join.name() : snake(field.getName());
  }

  private static String kind(Field field) {
    if (field.isAnnotationPresent(Convert.class)) {
      return " as its converter writes it";
    }
    if (!field.getType().isEnum()) {
      return "";
    }
    var enumerated = field.getAnnotation(Enumerated.class);
    assertEquals(EnumType.STRING, enumerated == null ? null : enumerated.value(), field::toString);
    return " one of " + constants(field.getType());
  }

  private static String snake(Class<?> type) {
    return snake(type.getSimpleName());
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
