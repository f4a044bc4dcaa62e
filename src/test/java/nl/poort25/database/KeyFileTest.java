package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("data.key");
  }

  @Test
  void isMadeForItsUserAloneAndLeavesNothingBesideIt() throws Exception {
    var made = new KeyFile(file());
    made.make();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    assertEquals(1, made.read().size());
    String first = made.read().first();
    made.make();
    assertEquals(first, made.read().first(), "one that is there stays");
    try (var all = Files.list(folder)) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void ofSeveralThatMakeItOneCounts() {
    Set<String> read = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            i -> {
              var file = new KeyFile(file());
              if (!file.exists()) {
                file.make();
              }
              read.add(file.read().first());
            });
    assertEquals(1, read.size());
  }

  @ParameterizedTest
  @CsvSource({
    "rw-------,true",
    "r--------,true",
    "rw-r-----,true",
    "rw-r--r--,false",
    "rw-rw----,false",
    "rw----r--,false",
    "rw-----w-,false"
  })
  void isNotReadWhereOthersMay(String permissions, boolean isTaken) throws Exception {
    var file = new KeyFile(file());
    file.make();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));
    if (isTaken) {
      file.read();
    } else {
      var refused = assertThrows(IllegalStateException.class, file::read);
      assertTrue(refused.getMessage().contains("chmod 600 " + file()), refused.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "half a k", "\u0000\u0001\u00ff"})
  void isNotReadWhereItIsDamaged(String text) throws Exception {
    Files.createFile(file(), PrivateFiles.ofFile(file()));
    Files.writeString(file(), text);
    var refused = assertThrows(IllegalStateException.class, () -> new KeyFile(file()).read());
    assertTrue(refused.getMessage().contains("" + file()), refused.getMessage());
  }

  @Test
  void isNoFolder() throws Exception {
    Files.createDirectory(
        file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    assertThrows(IllegalStateException.class, () -> new KeyFile(file()).read());
  }

  @Test
  void saysHowToMakeItWhereItCannotBeMade() {
    var refused =
        assertThrows(
            IllegalStateException.class, () -> new KeyFile(folder.resolve("no/data.key")).make());
    assertTrue(refused.getMessage().contains("poort25.data.key.file"), refused.getMessage());
  }

  @Test
  void isBesideTheFolderOfTheDatabaseAndNotInIt() {
    var database = folder.resolve("data/poort25.mv.db").toFile();
    assertEquals(file(), KeyFile.beside(database).path());
    assertEquals(Path.of("data.key").toAbsolutePath(), KeyFile.beside(null).path());
    var refused =
        assertThrows(
            IllegalStateException.class, () -> KeyFile.beside(Path.of("/poort25.mv.db").toFile()));
    assertTrue(refused.getMessage().contains("poort25.data.key.file"), refused.getMessage());
  }
}
