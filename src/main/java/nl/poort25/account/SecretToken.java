package nl.poort25.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.web.Sha256;

/**
 * A secret of 256 random bits, used in links by mail, in the cookie of a known browser and as token
 * of an enforcement point. Only its SHA-256 hash is stored, which suffices for a secret that nobody
 * can guess.
 *
 * @param value 43 characters that a URL and a cookie take as they are
 */
public record SecretToken(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  public static SecretToken generate() {
    var bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** Empty for what was never made here, so that rubbish is not looked up. */
  public static Optional<SecretToken> parse(String text) {
    return text != null && SHAPE.matcher(text).matches()
        ? Optional.of(new SecretToken(text))
        : Optional.empty();
  }

  /** 64 hexadecimal digits. */
  public String hash() {
    return Sha256.hex(value);
  }

  boolean matches(String hash) {
    return hash != null && MessageDigest.isEqual(hash().getBytes(UTF_8), hash.getBytes(UTF_8));
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "LinkToken[…]";
  }
}
