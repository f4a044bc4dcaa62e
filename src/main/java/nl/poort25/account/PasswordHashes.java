package nl.poort25.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import nl.poort25.web.Busy;

/**
 * Stored passwords, {@code algorithm:rounds:salt:hash} with the last two in base64: the form that
 * Jakarta Security's Pbkdf2PasswordHash reads too.
 */
public final class PasswordHashes {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

  /** OWASP's number for this algorithm (2023). */
  static final int LEAST_ROUNDS = 210_000;

  private static final int SALT_BYTES = 32;
  private static final int HASH_BYTES = 32;

  /** Nobody's password is longer; a megabyte would keep a thread busy for nothing. */
  private static final int LONGEST_LOOKED_AT = 1_000;

  /**
   * It is slow on purpose, and all processor: more at once would only be slower, and all else too.
   */
  private static final Semaphore AT_ONCE =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

  /** Some three seconds for the last of them. */
  private static final int MOST_WAITING = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The hash of nothing that anybody can type: lets an unknown account take as long as a known. */
  private static volatile String nobodys;

  private static volatile int rounds;

  static {
    setRounds(LEAST_ROUNDS);
  }

  private PasswordHashes() {}

  /** From now on, with another number of rounds {@link #isOutdated} finds the old hashes. */
  static void setRounds(int number) {
    rounds = number;
    nobodys = stored(number, random(SALT_BYTES), random(HASH_BYTES));
  }

  public static String hash(String password) {
    byte[] salt = random(SALT_BYTES);
    int now = rounds;
    return stored(now, salt, derive(normal(password), salt, now));
  }

  /**
   * Takes the same time whether or not there is such an account.
   *
   * @param stored null for an unknown account, or one without a password yet
   */
  public static boolean verify(String password, String stored) {
    boolean usable = password != null && password.length() <= LONGEST_LOOKED_AT && stored != null;
    String[] parts = (usable ? stored : nobodys).split(":", -1);
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    byte[] found = derive(usable ? normal(password) : "", salt, Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(expected, found) && usable;
  }

  /** True where the hash is to be made anew at the next login. */
  public static boolean isOutdated(String stored) {
    return !stored.startsWith(ALGORITHM + ":" + rounds + ":");
  }

  /** NIST SP 800-63B 3.1.1.2: é is one sign whichever keyboard wrote it. */
  public static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /**
   * @throws Busy where too many wait for theirs
   */
  static byte[] derive(String secret, byte[] salt, int rounds) {
    if (AT_ONCE.getQueueLength() >= MOST_WAITING) {
      throw new Busy("passwords");
    }
    AT_ONCE.acquireUninterruptibly();
    try {
      return hashed(secret, salt, rounds);
    } finally {
      AT_ONCE.release();
    }
  }

  private static byte[] hashed(String secret, byte[] salt, int rounds) {
    var spec = new PBEKeySpec(secret.toCharArray(), salt, rounds, HASH_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }

  public static byte[] random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  private static String stored(int rounds, byte[] salt, byte[] hash) {
    var base64 = Base64.getEncoder();
    return String.join(
        ":",
        ALGORITHM,
        Integer.toString(rounds),
        base64.encodeToString(salt),
        base64.encodeToString(hash));
  }
}
