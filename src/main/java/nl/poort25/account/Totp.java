package nl.poort25.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The second factor of RFC 6238 as every authenticator app has it: SHA-1, 6 digits, steps of 30
 * seconds.
 *
 * @param secret 160 bits in base32, as stored and as shown for typing over
 */
public record Totp(String secret) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;

  /** Steps that the clock of a telephone may be off, either way (RFC 6238 5.2 recommends one). */
  private static final int WINDOW = 1;

  public static Totp generate() {
    var key = new byte[20];
    RANDOM.nextBytes(key);
    return new Totp(Base32.encode(key));
  }

  /**
   * Which step the code belongs to: to be stored, since a code works once (RFC 6238 5.2).
   *
   * @param typed the code, with spaces wherever
   * @param lastStep the step that this method gave last, or a negative number
   * @return empty if the code is wrong, too old or used
   */
  public OptionalLong verify(String typed, Instant now, long lastStep) {
    byte[] given = (typed == null ? "" : typed.replaceAll("[\\s\\p{Z}]", "")).getBytes(UTF_8);
    long current = step(now);
    long found = -1;
    for (long step = current - WINDOW; step <= current + WINDOW; step++) {
      boolean same = MessageDigest.isEqual(code(step).getBytes(US_ASCII), given);
      if (same && step > lastStep) {
        found = step;
      }
    }
    return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
  }

  public String code(long step) {
    return hotp(Base32.decode(secret), step, DIGITS);
  }

  public static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  /** What the QR code holds; the issuer stands in the label too, for apps that read only that. */
  public String uri(String issuer, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(
            encoded(issuer), encoded(account), secret, encoded(issuer), DIGITS, STEP_SECONDS);
  }

  /** The secret in groups of four, for who types it over. */
  public String grouped() {
    return secret.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** RFC 4226 5.3. */
  static String hotp(byte[] key, long counter, int digits) {
    byte[] mac;
    try {
      var hmac = Mac.getInstance("HmacSHA1");
      hmac.init(new SecretKeySpec(key, "HmacSHA1"));
      mac = hmac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    int truncated = ByteBuffer.wrap(mac).getInt(mac[mac.length - 1] & 0xf) & 0x7fff_ffff;
    int modulus = 1;
    for (int i = 0; i < digits; i++) {
      modulus *= 10;
    }
    return String.format(Locale.ROOT, "%0" + digits + "d", truncated % modulus);
  }

  /** A colon parts issuer and account, so neither may have one; apps show a plus as a plus. */
  private static String encoded(String text) {
    return URLEncoder.encode(text.replace(":", ""), UTF_8).replace("+", "%20");
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "Totp[…]";
  }
}
