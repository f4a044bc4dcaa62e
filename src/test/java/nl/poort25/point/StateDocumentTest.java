package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import nl.poort25.database.DataKeyOfTest;
import nl.poort25.enforcement.StateSteps;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.Test;

/** What a point gets is data that is signed as a whole (RFC 8032). */
class StateDocumentTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Path RESOURCES = Path.of("src/test/resources/nl/poort25");
  private static final SigningKey KEY = key();
  private static final Point POINT = new Point("edge", PointKind.NFTABLES, false, List.of(), NOW);

  private static SigningKey key() {
    DataKeyOfTest.use();
    return SigningKey.generate(NOW);
  }

  private static boolean verifies(String document) throws Exception {
    int at = document.lastIndexOf("signature ");
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    Base64.getMimeDecoder().decode(KEY.pem().replaceAll("-----[^-]*-----", ""))));
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    signature.update(document.substring(0, at).getBytes(US_ASCII));
    return signature.verify(
        Base64.getDecoder().decode(document.substring(at + "signature ".length()).strip()));
  }

  @Test
  void aWholeStateIsWrittenLineByLineAndSigned() throws Exception {
    String document =
        new StateDocument(POINT, true, KEY::sign)
            .whole(42, List.of("inside 192.0.2.0/24", "open 192.0.2.9"));
    assertTrue(
        document.startsWith(
            """
            poort25-state 2
            point null
            target FIREWALL
            generation 42
            mode observe 1
            whole 2
            inside 192.0.2.0/24
            open 192.0.2.9
            signature \
            """),
        document);
    assertTrue(document.endsWith("\n"));
    assertTrue(verifies(document));
    assertFalse(verifies(document.replace("192.0.2.9", "192.0.2.8")));
    assertFalse(verifies(document.replace("generation 42", "generation 43")));
    assertFalse(verifies(document.replace("observe", "enforce")));
  }

  /** With the digest of what is signed where the signature stands, which no two keys share. */
  private static void assertGolden(String file, PointKind format, String lines) throws Exception {
    var point = new Point("edge", format, false, List.of(), NOW);
    var state = Files.readAllLines(RESOURCES.resolve("state/" + lines), US_ASCII);
    assertEquals(
        Files.readString(RESOURCES.resolve("point/" + file), US_ASCII),
        new StateDocument(point, true, Sha256::hex).whole(42, state));
  }

  @Test
  void theDocumentAroundAStateIsByteForByteAsBefore() throws Exception {
    assertGolden("firewall.document", PointKind.NFTABLES, "firewall.txt");
    assertGolden("relay.document", PointKind.POSTFIX, "relay.txt");
    assertGolden("probe.document", PointKind.PROBER, "firewall.txt");
  }

  @Test
  void aDifferenceTakesAwayBeforeItAdds() throws Exception {
    String document =
        new StateDocument(POINT, true, KEY::sign)
            .step(
                41, 42, new StateSteps.Step(List.of("open 192.0.2.9"), List.of("open 192.0.2.10")));
    assertTrue(
        document.contains("\ndelta 41 2\n-open 192.0.2.9\n+open 192.0.2.10\nsignature "), document);
    assertTrue(verifies(document));
  }

  @Test
  void aProberIsTold() {
    var prober = new Point("tries", PointKind.PROBER, true, List.of(), NOW);
    assertTrue(
        new StateDocument(prober, true, KEY::sign)
            .whole(1, List.of())
            .contains("\ntarget PROBE\n"));
    assertFalse(prober.isCanary(), "it carries nothing out");
    assertEquals(0, prober.getHeld().getAppliedNumber());
  }

  /** An agent of before refuses what has more words. */
  @Test
  void anOlderAgentGetsNoNumber() {
    String document = new StateDocument(POINT, false, KEY::sign).whole(42, List.of());
    assertTrue(document.startsWith("poort25-state 1\n"), document);
    assertTrue(document.contains("\nmode observe\n"), document);
  }
}
