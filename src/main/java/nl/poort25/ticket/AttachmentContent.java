package nl.poort25.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The bytes of an attachment, in the database so that every node and the backup have them. */
@Entity
@Immutable
@Table(name = "attachment_content")
class AttachmentContent {
  @Id
  @Column(name = "attachment_id")
  private long attachmentId;

  private byte[] bytes;

  protected AttachmentContent() {}

  AttachmentContent(long attachmentId, byte[] bytes) {
    this.attachmentId = attachmentId;
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }
}
