package nl.poort25.ticket;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.poort25.setting.Settings;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Upload;
import nl.poort25.web.Upload.SentFile;
import nl.poort25.web.Uploads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentLimitsTest {
  private static AttachmentLimits rules(Map<String, String> set) {
    var settings = new Settings(key -> Optional.ofNullable(set.get(key)));
    return new AttachmentLimits(settings, new Uploads(settings));
  }

  private static SentFile file(String name, byte[] bytes) {
    return new SentFile("files", name, bytes);
  }

  /** The key of what is wrong, or null. */
  private static String fault(AttachmentLimits rules, SentFile... files) {
    var errors = new FormErrors();
    var read = rules.read(new Upload(Map.of(), List.of(files)), "files", errors);
    assertEquals(errors.isEmpty() ? files.length : 0, errors.isEmpty() ? read.size() : 0);
    return errors.isEmpty() ? null : errors.of("files").key();
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf, 255044462d312e37",
    "a.PNG, 89504e470d0a1a0a0000",
    "a.jpg, ffd8ffe000",
    "a.jpeg, ffd8ffdb",
    "a.txt, c3a96e0d0a",
    "a.log, 09e96e0a",
    "a.csv, 612c620d0a",
    "a.eml, 5375626a6563743a20780d0a0d0a68",
    "a.eml, 46726f6d20782059"
  })
  void takesWhatIsWhatItsNameSays(String name, String hex) {
    assertNull(fault(rules(Map.of()), file(name, HexFormat.of().parseHex(hex))));
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf, 4d5a90000300",
    "a.png, ffd8ffe000",
    "a.jpg, 89504e470d0a1a0a",
    "a.txt, 4d5a900003",
    "a.csv, 504b0304140000",
    "a.eml, 68616c6c6f0d0a",
    "a.pdf, 25"
  })
  void refusesWhatIsSomethingElse(String name, String hex) {
    assertEquals(
        "ticket.files.content", fault(rules(Map.of()), file(name, HexFormat.of().parseHex(hex))));
  }

  @Test
  void refusesTextThatNoTextProgramShows() {
    assertEquals(
        "ticket.files.content", fault(rules(Map.of()), file("a.txt", "x".getBytes(UTF_16))));
  }

  @Test
  void refusesEveryOtherType() {
    for (String name : List.of("a.html", "a.svg", "a.exe", "a.docm", "a.pdf.js", "a", "", "pdf")) {
      assertEquals("ticket.files.type", fault(rules(Map.of()), file(name, new byte[] {1})), name);
    }
  }

  @Test
  void takesArchivesOnlyWhereTheSettingSaysSo() {
    var zip = file("a.zip", HexFormat.of().parseHex("504b030414"));
    assertEquals("ticket.files.type", fault(rules(Map.of()), zip));
    var set = rules(Map.of("poort25.file.types", "zip"));
    assertNull(fault(set, zip));
    assertEquals("ticket.files.type", fault(set, file("a.txt", new byte[] {'x'})));
  }

  @Test
  void holdsSizeAndNumber() {
    var rules = rules(Map.of("poort25.file.largest.kilobytes", "1", "poort25.files.most", "2"));
    assertNull(fault(rules, file("a.txt", "x".repeat(1024).getBytes(UTF_8))));
    assertEquals(
        "ticket.files.large", fault(rules, file("a.txt", "x".repeat(1025).getBytes(UTF_8))));
    assertEquals("ticket.files.empty", fault(rules, file("a.txt", new byte[0])));
    var three = new ArrayList<SentFile>();
    for (int i = 0; i < 3; i++) {
      three.add(file(i + ".txt", new byte[] {'x'}));
    }
    assertEquals("ticket.files.many", fault(rules, three.toArray(SentFile[]::new)));
  }

  @ParameterizedTest
  @CsvSource({
    "poort25.file.types, exe, not exe",
    "poort25.file.largest.kilobytes, 0, from 1",
    "poort25.files.most, 0, from 1",
    "poort25.file.largest.kilobytes, 999999, gigabyte"
  })
  void aWrongSettingStopsTheStart(String key, String value, String says) {
    var fault = assertThrows(IllegalStateException.class, () -> rules(Map.of(key, value)));
    assertTrue(fault.getMessage().contains(says), fault.getMessage());
  }
}
