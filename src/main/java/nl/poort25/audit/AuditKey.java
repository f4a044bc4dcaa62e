package nl.poort25.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the audit log is sealed with: a pair of keys (Ed25519) for anchors, and from its private
 * half a key for the seals (HMAC-SHA-256). Who has the database without the data key has neither.
 */
final class AuditKey {
  private static final String ALGORITHM = "Ed25519";
  private static final String MAC = "HmacSHA256";

  private final String publicKey;
  private final PrivateKey signing;
  private final SecretKeySpec sealing;
  private final String secret;
  private final long oldUntil;

  private AuditKey(String secret) {
    this.secret = secret;
    String[] parts = secret.split(":");
    publicKey = parts[1];
    oldUntil = Long.parseLong(parts[2]);
    byte[] encoded = Base64.getDecoder().decode(parts[0]);
    try {
      signing = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("seal of the audit log".getBytes(UTF_8));
      sealing = new SecretKeySpec(digest.digest(encoded), MAC);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param oldUntil id of the last entry that was written before there was a key
   */
  static AuditKey generate(long oldUntil) {
    try {
      var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      var base64 = Base64.getEncoder();
      return new AuditKey(
          base64.encodeToString(pair.getPrivate().getEncoded())
              + ":"
              + base64.encodeToString(pair.getPublic().getEncoded())
              + ":"
              + oldUntil);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@link #secret} gave. */
  static AuditKey parse(String secret) {
    return new AuditKey(secret);
  }

  /** All of it, to be kept encrypted. */
  String secret() {
    return secret;
  }

  /** In Base64, as OpenSSL has it between its lines. */
  String publicKey() {
    return publicKey;
  }

  /** Entries up to this id had no seal when they were written. */
  long oldUntil() {
    return oldUntil;
  }

  /** The seal of an entry, bound to its id. */
  String seal(SealedEntry row) {
    return mac("entry", row.bytes());
  }

  /** The link of the chain at that position. */
  String link(String before, long position, long entryId, String seal) {
    var numbers = ByteBuffer.allocate(2 * Long.BYTES).putLong(position).putLong(entryId);
    return mac("link", before.getBytes(UTF_8), numbers.array(), seal.getBytes(UTF_8));
  }

  private String mac(String what, byte[]... parts) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(sealing);
      mac.update(what.getBytes(UTF_8));
      for (byte[] part : parts) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        mac.update(part);
      }
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 64 bytes in Base64. */
  String sign(String text) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(signing);
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isSigned(String text, String signed) {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(text.getBytes(UTF_8));
      return signature.verify(Base64.getDecoder().decode(signed));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // of another form
    }
  }

  /** Keeps it out of logs. */
  @Override
  public String toString() {
    return "AuditKey " + publicKey;
  }
}
