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
import nl.poort25.web.Sha256;
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
  private AttachmentType type;

  private int size;
  private String sha256;

  protected Attachment() {}

  Attachment(Update update, NewAttachment file) {
    this.update = update;
    name = file.name();
    type = file.type();
    size = file.bytes().length;
    sha256 = Sha256.hex(file.bytes());
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

  public AttachmentType getType() {
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
