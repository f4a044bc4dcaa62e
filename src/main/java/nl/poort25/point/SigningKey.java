package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import nl.poort25.database.Secret;

/**
 * A pair of keys (Ed25519, RFC 8032) that states are signed with, or were. Of one that is no longer
 * used the private half is gone: what it was needed for, that points take the next one, it has
 * signed before.
 */
@Entity
@Table(name = "signing_key")
class SigningKey {
  private static final String ALGORITHM = "Ed25519";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "made_at")
  private Instant madeAt;

  // encrypted, and bound to the public half
  @Column(name = "private_key")
  private String privateKey;

  @Column(name = "public_key")
  private String publicKey;

  @SuppressWarnings("UnusedVariable") // queries ask for it
  @Column(name = "ended_at")
  private Instant endedAt;

  // the document that leads a point from this one to the next
  private String change;

  protected SigningKey() {}

  static SigningKey generate(Instant now) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      var key = new SigningKey();
      key.madeAt = now;
      key.publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
      key.privateKey =
          Secret.SIGNING_KEY.encrypt(
              Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), key.publicKey);
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 64 bytes in Base64. */
  String sign(byte[] bytes) {
    try {
      String secret = Secret.SIGNING_KEY.decrypt(privateKey, publicKey);
      var key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret)));
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(bytes);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * It signs nothing any more.
   *
   * @param next the one after it, which it vouches for; null if it was stolen, and vouches for
   *     nothing
   */
  void end(SigningKey next, Instant now) {
    endedAt = now;
    if (next != null) {
      String text =
          "poort25-key 1\nfrom %s\nto %s\npublic %s\n"
              .formatted(fingerprint(), next.fingerprint(), next.publicKey);
      change = text + "signature " + sign(text.getBytes(US_ASCII)) + "\n";
    }
    privateKey = null;
  }

  /** Nobody is to come to a stolen key by it any more. */
  void dropChange() {
    change = null;
  }

  /** What leads a point to the next one; null for nothing. */
  String change() {
    return change;
  }

  /** SHA-256 of the public half (X.509), in hexadecimal. */
  String fingerprint() {
    try {
      byte[] bytes = Base64.getDecoder().decode(publicKey);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Long getId() {
    return id;
  }

  Instant madeAt() {
    return madeAt;
  }

  /** The public half as OpenSSL reads it. */
  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n" + publicKey + "\n-----END PUBLIC KEY-----\n";
  }
}
