package nl.poort25.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.poort25.account.PasswordHashes;
import nl.poort25.account.SecretToken;

/**
 * Encrypts names and values of a session with AES-256-GCM under a key derived from the session
 * token, of which the database has only a hash.
 */
final class TokenCipher {
  private static final String PURPOSE = "poort25 session seal";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private TokenCipher() {}

  /** In characters that a column takes. */
  static String close(SecretToken token, Map<String, String> values) {
    var json = Json.createObjectBuilder();
    values.forEach(json::add);
    byte[] nonce = PasswordHashes.random(NONCE);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, token, nonce)
              .doFinal(json.build().toString().getBytes(UTF_8));
      var base64 = Base64.getEncoder();
      return base64.encodeToString(nonce) + ":" + base64.encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param sealed null for nothing
   * @return a map that may be changed; empty also for what another token has sealed
   */
  static Map<String, String> open(SecretToken token, String sealed) {
    var values = new TreeMap<String, String>();
    if (sealed == null) {
      return values;
    }
    int colon = sealed.indexOf(':');
    var base64 = Base64.getDecoder();
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, token, base64.decode(sealed.substring(0, colon)))
              .doFinal(base64.decode(sealed.substring(colon + 1)));
      try (var reader = Json.createReader(new StringReader(new String(plain, UTF_8)))) {
        reader.readObject().forEach((k, v) -> values.put(k, ((JsonString) v).getString()));
      }
      return values;
    } catch (GeneralSecurityException e) {
      return values;
    }
  }

  private static Cipher cipher(int mode, SecretToken token, byte[] nonce)
      throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(token.value().getBytes(UTF_8), "HmacSHA256"));
    var key = new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(UTF_8)), "AES");
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
