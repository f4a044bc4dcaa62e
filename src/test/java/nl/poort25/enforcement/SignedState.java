package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * A document as the portal sends it, with every part open to a test. The number of a document rises
 * with its generation, and is higher of one that only observes.
 *
 * @param mode with that number: "enforce 84"
 * @param kind "whole" or "delta 41"
 */
record SignedState(
    String point, String target, String generation, String mode, String kind, List<String> lines) {
  static final KeyPair KEYS = keys();

  static SignedState whole(long generation, Collection<String> lines) {
    return new SignedState(
        "7", "FIREWALL", "" + generation, "enforce " + 2 * generation, "whole", List.copyOf(lines));
  }

  static SignedState delta(long from, long generation, Collection<String> lines) {
    return new SignedState(
        "7",
        "FIREWALL",
        "" + generation,
        "enforce " + 2 * generation,
        "delta " + from,
        List.copyOf(lines));
  }

  /** The same for another target. */
  SignedState to(String other) {
    return new SignedState(point, other, generation, mode, kind, lines);
  }

  SignedState observed() {
    return new SignedState(
        point, target, generation, "observe " + (2 * Long.parseLong(generation) + 1), kind, lines);
  }

  /** The same under that number. */
  SignedState numbered(long count) {
    return new SignedState(
        point, target, generation, mode.replaceFirst("\\d+$", "" + count), kind, lines);
  }

  String etag() {
    return '"' + generation + "-" + mode.replace(' ', '-') + '"';
  }

  String text() {
    var text =
        new StringBuilder("poort25-state 2\npoint %s\n".formatted(point))
            .append("target %s\ngeneration %s\n".formatted(target, generation))
            .append("mode %s\n%s %d\n".formatted(mode, kind, lines.size()));
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  byte[] signed() {
    return signed(text(), KEYS);
  }

  static byte[] signed(String text, KeyPair keys) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(US_ASCII));
      String base64 = Base64.getEncoder().encodeToString(signature.sign());
      return (text + "signature " + base64 + "\n").getBytes(US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SHA-256 of the public half, in hexadecimal. */
  static String fingerprint(KeyPair keys) {
    try {
      byte[] bytes = keys.getPublic().getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
