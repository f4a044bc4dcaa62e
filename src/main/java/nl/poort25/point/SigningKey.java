package nl.poort25.point;

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
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import nl.poort25.database.Secret;

/** The pair of keys (Ed25519, RFC 8032) that states are signed with. */
@Entity
@Table(name = "signing_key")
class SigningKey {
  private static final String ALGORITHM = "Ed25519";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @SuppressWarnings("UnusedVariable") // for whoever looks into the database
  @Column(name = "made_at")
  private Instant madeAt;

  // encrypted, and bound to the public half
  @Column(name = "private_key")
  private String privateKey;

  @Column(name = "public_key")
  private String publicKey;

  protected SigningKey() {}

  static SigningKey generate(Instant now) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      var key = new SigningKey();
      key.madeAt = now;
      key.publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
      key.privateKey =
          Secret.SIGNING_KEY.seal(
              Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), key.publicKey);
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 64 bytes in Base64. */
  String sign(byte[] bytes) {
    try {
      String secret = Secret.SIGNING_KEY.open(privateKey, publicKey);
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

  /** The public half as OpenSSL reads it. */
  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n" + publicKey + "\n-----END PUBLIC KEY-----\n";
  }
}
