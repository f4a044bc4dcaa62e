package nl.poort25.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hibernate.annotations.Immutable;

/** A file that came with an update; what is in it is an {@link AttachmentContent}. */
@Entity
@Immutable
public class Attachment {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "update_id")
  private Update update;

  private String name;

  @Enumerated(EnumType.STRING)
  private FileType type;

  private int size;
  private String sha256;

  protected Attachment() {}

  Attachment(Update update, NewFile file) {
    this.update = update;
    name = file.name();
    type = file.type();
    size = file.bytes().length;
    sha256 = sha256(file.bytes());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public Long getId() {
    return id;
  }

  public Update getUpdate() {
    return update;
  }

  public String getName() {
    return name;
  }

  public FileType getType() {
    return type;
  }

  /** In bytes. */
  public int getSize() {
    return size;
  }

  /** In kilobytes, rounded up. */
  public int getKilobytes() {
    return (size + 1023) / 1024;
  }

  /** In hexadecimal. */
  public String getSha256() {
    return sha256;
  }
}
