package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.PortalClasses;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RequiredRolesTest {
  private static final Pattern CALL =
      Pattern.compile("RequiredRoles\\.to\\(\\s*(\\w+)\\.class,\\s*\"(\\w+)\"\\)");

  /** Each method is named by a string, which nothing but this test renames with it. */
  @TestFactory
  Stream<DynamicTest> whatIsNamedIsAPostWithRoles() throws IOException {
    Map<String, Class<?>> resources =
        PortalClasses.ALL.stream()
            .filter(type -> type.getSimpleName().endsWith("Resource"))
            .collect(Collectors.toMap(type -> type.getSimpleName(), type -> type.reflect()));
    try (var files = Files.walk(Path.of("src/main/java"))) {
      var calls =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(file -> CALL.matcher(read(file)).results())
              .toList();
      assertFalse(calls.isEmpty());
      return calls.stream()
          .map(
              call ->
                  DynamicTest.dynamicTest(
                      call.group(1) + "." + call.group(2),
                      () ->
                          assertFalse(
                              RequiredRoles.to(resources.get(call.group(1)), call.group(2))
                                  .isEmpty())));
    }
  }

  @Test
  void aMethodThatIsNoneIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> RequiredRoles.to(AccountResource.class, "nothing"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
