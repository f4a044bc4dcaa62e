package nl.poort25.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.Sets;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.poort25.PortalClasses;
import nl.poort25.audit.Act;
import nl.poort25.policy.Rule;
import nl.poort25.setting.Setting;
import org.hibernate.annotations.Formula;
import org.junit.jupiter.api.Test;

/**
 * Every name that rows have of something in the code, in a file that no refactoring changes: acts
 * and rules, tables, columns and constants. A renamed class keeps its name by {@link StoredName}; a
 * line may be added with what it is for, and goes only with a migration of what is stored.
 */
class StoredNamesTest {
  private static final JavaClasses CODE = PortalClasses.ALL;

  /** What only queries fill, and what the other table has the column of. */
  private static final List<Class<? extends Annotation>> NOT_STORED =
      List.of(Transient.class, Formula.class, OneToMany.class);

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
      if (type.isAnnotationPresent(Entity.class)) {
        columns(table(type), type, Map.of());
      }
    }
    String all = String.join("\n", names) + "\n";
    Files.writeString(Path.of("target", "stored-names.txt"), all); // to compare with, or to take
    try (var kept = getClass().getResourceAsStream("stored-names.txt")) {
      var before = new TreeSet<>(new String(kept.readAllBytes(), UTF_8).lines().toList());
      assertAll(
          () ->
              assertEquals(
                  Set.of(),
                  Sets.difference(names, before),
                  "new names: copy target/stored-names.txt over the file in src/test/resources"),
          () ->
              assertEquals(
                  Set.of(),
                  Sets.difference(before, names),
                  "rows have these names: keep them by @StoredName, or migrate what is stored"));
    }
  }

  @Test
  void aRenamedClassKeepsItsName() {
    assertEquals("Before", StoredNames.of(After.class));
    assertEquals("StoredNamesTest", StoredNames.of(StoredNamesTest.class));
  }

  @StoredName("Before")
  private static final class After {}

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String table(Class<?> type) {
    var named = type.getAnnotation(Table.class);
    return named == null ? snake(type.getSimpleName()) : named.name();
  }

  /**
   * Of a table all columns, whichever class of those that it is put together from has them.
   *
   * @param others names that a column has in this table only, by the field
   */
  private void columns(String table, Class<?> type, Map<String, String> others) {
    if (type.getSuperclass() != null
        && type.getSuperclass().isAnnotationPresent(MappedSuperclass.class)) {
      columns(table, type.getSuperclass(), others);
    }
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          || field.isSynthetic()
          || NOT_STORED.stream().anyMatch(field::isAnnotationPresent)) {
        continue;
      }
      var elsewhere = field.getAnnotation(CollectionTable.class);
      if (field.getType().isAnnotationPresent(Embeddable.class)) {
        columns(table, field.getType(), overridden(field));
      } else if (elsewhere != null) {
        elements(elsewhere, field);
      } else {
        String name = others.getOrDefault(field.getName(), column(field));
        names.add("column " + table + "." + name + kind(field));
      }
    }
  }

  private void elements(CollectionTable table, Field field) {
    var element =
        (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    columns(table.name(), element, Map.of());
    names.add("column " + table.name() + "." + table.joinColumns()[0].name());
    names.add("column " + table.name() + "." + field.getAnnotation(OrderColumn.class).name());
  }

  private static Map<String, String> overridden(Field field) {
    return Arrays.stream(field.getAnnotationsByType(AttributeOverride.class))
        .collect(Collectors.toMap(AttributeOverride::name, other -> other.column().name()));
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

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
