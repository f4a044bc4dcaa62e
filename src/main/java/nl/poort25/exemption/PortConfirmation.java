package nl.poort25.exemption;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import nl.poort25.account.Account;

/** Whether port 25 is open for a line, as far as that was confirmed (4.10). */
@Embeddable
public class PortConfirmation {
  @Column(name = "port_open")
  private boolean open;

  @Column(name = "opened_at")
  private Instant openedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "confirmed_by")
  private Account by;

  @Column(name = "confirmed_at")
  private Instant at;

  private String note;

  protected PortConfirmation() {}

  static PortConfirmation closed() {
    return new PortConfirmation();
  }

  /** Of what was open before the portal knew of it. */
  static PortConfirmation openSince(Instant since) {
    var port = new PortConfirmation();
    port.open = true;
    port.openedAt = since;
    return port;
  }

  /**
   * @param who null where it was read back from the points
   */
  void confirm(boolean isOpen, Account who, String remark, Instant now) {
    open = isOpen;
    openedAt = isOpen ? now : openedAt;
    by = who;
    at = now;
    note = remark;
  }

  public boolean isOpen() {
    return open;
  }

  /** When it was opened last; null where it never was, or nobody knows. */
  public Instant getOpenedAt() {
    return openedAt;
  }

  /** Who confirmed it last; null where the points did, and where nobody has yet. */
  public Account getBy() {
    return by;
  }

  /** Whether the points said so last. */
  public boolean isReadBack() {
    return by == null && at != null;
  }

  public Instant getAt() {
    return at;
  }

  public String getNote() {
    return note;
  }
}
