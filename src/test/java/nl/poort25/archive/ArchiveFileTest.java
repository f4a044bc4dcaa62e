package nl.poort25.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import nl.poort25.database.TestDatabase;
import nl.poort25.it.SmallDisk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag(TestDatabase.TAG)
class ArchiveFileTest {
  private static final int LARGE = 200_000;

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("mail-2026-11.jsonl.gz");
  }

  private void append(String line) throws IOException {
    new ArchiveFile(file()).append(GzipMember.of((line + "\n").getBytes(UTF_8)));
  }

  private List<String> lines() {
    return ArchiveOfTest.lines(file());
  }

  private void overwrite(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
  }

  @Test
  void growsByMembersThatZcatReads() throws Exception {
    var random = new Random(25);
    byte[] noise = new byte[LARGE]; // more than a buffer of anybody's
    random.nextBytes(noise);
    String large = java.util.Base64.getEncoder().encodeToString(noise);
    append("one");
    append(large);
    append("drie ë");
    assertEquals(List.of("one", large, "drie ë"), lines());
    var zcat = new ProcessBuilder("zcat", file().toString()).redirectErrorStream(true).start();
    String said = new String(zcat.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, zcat.waitFor(), said);
    assertEquals("one\n" + large + "\ndrie ë\n", said);
  }

  @Test
  void isForItsOwnUserAlone() throws Exception {
    append("one");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
  }

  /** Wherever a write was cut off, what was whole stays and what comes next can be read. */
  @Test
  void goesOnAfterTheLastWholeMember() throws Exception {
    append("one");
    int whole = (int) Files.size(file());
    append("two");
    byte[] both = Files.readAllBytes(file());
    for (int cut = whole; cut < both.length; cut++) {
      overwrite(Arrays.copyOf(both, cut));
      append("three");
      assertEquals(List.of("one", "three"), lines(), "cut off after " + cut);
    }
    overwrite(both);
    append("three");
    assertEquals(List.of("one", "two", "three"), lines());
  }

  @Test
  void takesAwayTheZerosThatAMachineLeftThatWentDown() throws Exception {
    append("one");
    byte[] one = Files.readAllBytes(file());
    for (int zeros : new int[] {1, GzipMember.HEADER, LARGE}) {
      overwrite(Arrays.copyOf(one, one.length + zeros));
      append("two");
      assertEquals(List.of("one", "two"), lines());
    }
  }

  @Test
  void leavesWhatIsNotOurs() throws Exception {
    var others = new ArrayList<byte[]>();
    others.add("a file of somebody else".getBytes(UTF_8));
    var packedAnew = new java.io.ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packedAnew)) {
      out.write("one\n".getBytes(UTF_8));
    }
    others.add(packedAnew.toByteArray());
    append("one");
    byte[] damaged = Files.readAllBytes(file());
    damaged[GzipMember.HEADER + 2] ^= 1;
    others.add(damaged);
    for (byte[] other : others) {
      overwrite(other);
      var refused = assertThrows(ArchiveFault.class, () -> append("two"));
      assertTrue(refused.getMessage().contains("move it"), refused.getMessage());
      assertArrayEquals(other, Files.readAllBytes(file()));
    }
  }

  @Test
  void waitsForNobody() throws Exception {
    append("one");
    try (var other = FileChannel.open(file(), StandardOpenOption.WRITE);
        var lock = other.lock()) {
      assertTrue(lock.isValid());
      assertThrows(ArchiveFault.Busy.class, () -> append("two"));
    }
    append("two");
    assertEquals(List.of("one", "two"), lines());
  }

  @Test
  void aMemberKnowsItsLength() {
    byte[] member = GzipMember.of("one\n".getBytes(UTF_8));
    assertEquals(member.length, GzipMember.length(Arrays.copyOf(member, GzipMember.HEADER)));
    assertEquals(0, GzipMember.length(Arrays.copyOf(member, GzipMember.HEADER - 1)));
    assertTrue(GzipMember.isWhole(member));
    assertFalse(GzipMember.isWhole(Arrays.copyOf(member, member.length - 1)));
  }

  @Test
  void aDiskThatIsFullLeavesTheFileAsItWas() throws Exception {
    try (var disk = new SmallDisk(1)) {
      var file = disk.folder().resolve("mail-2026-11.jsonl.gz");
      byte[] noise = new byte[LARGE];
      new Random(25).nextBytes(noise);
      new ArchiveFile(file).append(GzipMember.of("one\n".getBytes(UTF_8)));
      byte[] before = Files.readAllBytes(file);
      disk.fill();
      assertThrows(IOException.class, () -> new ArchiveFile(file).append(GzipMember.of(noise)));
      assertArrayEquals(before, Files.readAllBytes(file));
      disk.free();
      new ArchiveFile(file).append(GzipMember.of("two\n".getBytes(UTF_8)));
      assertEquals(List.of("one", "two"), ArchiveOfTest.lines(file));
    }
  }
}
