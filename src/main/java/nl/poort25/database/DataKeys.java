package nl.poort25.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.poort25.web.Sha256;

/**
 * The keys (AES-256) that secrets in the database are encrypted with, by GCM with a random nonce.
 * The first one encrypts, all of them decrypt. What is encrypted names its key, and is bound to its
 * place: put anywhere else it cannot be read.
 */
final class DataKeys {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final Pattern SEALED =
      Pattern.compile("sealed:([0-9a-f]{16}):([A-Za-z0-9+/]{38,}={0,2})");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

  private DataKeys() {}

  /**
   * @param text a key a line or between commas, 32 bytes in Base64; after # nothing counts
   * @param where it is from, for the operator
   * @throws IllegalStateException if there is no key in it, or something else; it tells nothing of
   *     what is there
   */
  static DataKeys parse(String text, String where) {
    var read = new DataKeys();
    for (String key : text.replaceAll("#[^\n]*", "").split("[\n,]")) {
      if (!key.isBlank()) {
        read.add(bytes(key.strip(), where));
      }
    }
    if (read.keys.isEmpty()) {
      throw new IllegalStateException("there is no data key in " + where + ": " + form());
    }
    return read;
  }

  private static byte[] bytes(String key, String where) {
    try {
      byte[] bytes = Base64.getDecoder().decode(key);
      if (bytes.length == KEY_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // said below, without what was there
    }
    throw new IllegalStateException(where + " has something that is no data key: " + form());
  }

  private static String form() {
    return "each is 32 bytes in Base64 on a line of its own, as openssl rand -base64 32 makes one";
  }

  /** One that nobody else has. */
  static String generate() {
    return Base64.getEncoder().encodeToString(random(KEY_BYTES));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private void add(byte[] key) {
    String hex = Sha256.hex(Base64.getEncoder().encodeToString(key));
    keys.put(hex.substring(0, 16), new SecretKeySpec(key, "AES"));
  }

  /** Which key it is, which tells nothing of the key. */
  String first() {
    return keys.keySet().iterator().next();
  }

  boolean has(String id) {
    return keys.containsKey(id);
  }

  int size() {
    return keys.size();
  }

  /** Which key a text is encrypted with; null where it stands in clear. */
  static String keyOf(String stored) {
    Matcher sealed = SEALED.matcher(stored);
    return sealed.matches() ? sealed.group(1) : null;
  }

  /**
   * @param place of the text: its table, column and row
   */
  String encrypt(String plain, String place) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] hidden =
          cipher(Cipher.ENCRYPT_MODE, first(), nonce, place).doFinal(plain.getBytes(UTF_8));
      byte[] all = new byte[nonce.length + hidden.length];
      System.arraycopy(nonce, 0, all, 0, nonce.length);
      System.arraycopy(hidden, 0, all, nonce.length, hidden.length);
      return "sealed:" + first() + ":" + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalStateException if it stands in clear, was altered or is of another place, or no
   *     key here fits
   */
  String decrypt(String stored, String place) {
    var sealed = SEALED.matcher(stored);
    if (!sealed.matches()) {
      throw new IllegalStateException(place + " is not encrypted");
    }
    if (!has(sealed.group(1))) {
      throw new IllegalStateException(
          place + " is encrypted with the data key " + sealed.group(1) + ", which is not here");
    }
    try {
      byte[] all = Base64.getDecoder().decode(sealed.group(2));
      byte[] nonce = java.util.Arrays.copyOf(all, NONCE_BYTES);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, sealed.group(1), nonce, place)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return new String(plain, UTF_8);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException(place + " was altered, or is of another place", e);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new IllegalStateException(place + " cannot be decrypted", e);
    }
  }

  private Cipher cipher(int mode, String key, byte[] nonce, String place)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(UTF_8));
    return cipher;
  }

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "DataKeys" + keys.keySet();
  }
}
