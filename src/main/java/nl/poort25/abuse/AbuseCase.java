package nl.poort25.abuse;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import nl.poort25.abuse.AbuseAct.AbuseCleared;
import nl.poort25.abuse.AbuseAct.AbuseEnforced;
import nl.poort25.abuse.AbuseAct.AbuseExtended;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.ticket.Ticket;
import nl.poort25.web.Conflict;

/**
 * Abuse of mail servers: from the block (4.13) to the end of the full investigation (4.14). While
 * it is open nothing opens its addresses, and nothing new of its partner.
 */
@Entity
@Table(name = "abuse_case")
public class AbuseCase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String number;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  /** For lists: beside a join HQL takes the joined table's id, which no index has. */
  @SuppressWarnings("UnusedVariable")
  @Column(name = "partner_id", insertable = false, updatable = false)
  private Long partnerId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "connection_id")
  private Connection connection;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  @Enumerated(EnumType.STRING)
  private CaseState state;

  /** For queries: JPQL compares no constants by their order. */
  @SuppressWarnings("UnusedVariable")
  @Column(name = "state", insertable = false, updatable = false)
  private String stateName;

  @OneToMany(mappedBy = "abuseCase", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<CaseAddress> addresses = new ArrayList<>();

  @OneToMany(mappedBy = "abuseCase", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<InvestigationItem> items = new ArrayList<>();

  @Column(name = "opened_at")
  private Instant openedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "opened_by")
  private Account openedBy;

  private String reason;
  private String note;

  @Column(name = "relay_denied_since")
  private Instant relayDeniedSince;

  @Column(name = "relay_denied_until")
  private Instant relayDeniedUntil;

  @Embedded private BlockConfirmation confirmation;
  @Embedded private CaseClosure closure;

  @Version private int version;

  protected AbuseCase() {}

  /**
   * Blocks: from here on port 25 is closed and the relays are denied to these addresses. Judged by
   * {@link AbuseCaseRule} before.
   *
   * @param connection that all the addresses are on
   * @param reason what was seen, in words that the partner may read
   * @param note for staff alone, or null
   */
  AbuseCase(
      String number,
      Connection connection,
      Collection<Cidr> addresses,
      Ticket ticket,
      String reason,
      String note,
      Account by,
      Instant now) {
    this.number = number;
    this.connection = connection;
    partner = connection.getPartner();
    this.ticket = ticket;
    state = CaseState.OPEN;
    addresses.forEach(address -> this.addresses.add(new CaseAddress(this, address, null, now)));
    Arrays.stream(ItemKind.values()).forEach(kind -> items.add(new InvestigationItem(this, kind)));
    this.reason = reason;
    this.note = note;
    openedAt = now;
    openedBy = by;
    relayDeniedSince = now;
  }

  /**
   * Blocks more addresses, such as those that the server has moved to: as if the case had been
   * opened with them. That their block works is to be confirmed anew. Judged by {@link
   * AbuseCaseRule} before.
   *
   * @param seenOnThem what was seen, in words that the partner may read
   */
  AbuseExtended extend(Collection<Cidr> more, String seenOnThem, Instant now) {
    mustBeOpen();
    more.forEach(address -> addresses.add(new CaseAddress(this, address, seenOnThem, now)));
    confirmation = null;
    return new AbuseExtended(this, List.copyOf(more), seenOnThem, now);
  }

  /**
   * Nothing gets through any more.
   *
   * @param by who of the network role saw it; null where the points read it back
   */
  AbuseEnforced confirmEnforced(String how, Account by, Instant now) {
    mustBeOpen();
    if (confirmation != null) {
      throw new Conflict("the block of " + number + " is in force already");
    }
    confirmation = new BlockConfirmation(now, by, how);
    addresses.forEach(address -> address.confirmEnforced(now));
    return new AbuseEnforced(this);
  }

  /**
   * Ends the investigation: what was suspended is restored. Judged by {@link AbuseCaseRule} before.
   *
   * @param found what came out, in words that the partner may read
   */
  AbuseCleared close(String found, Account by, Instant now) {
    mustBeOpen();
    state = CaseState.CLOSED;
    closure = new CaseClosure(now, by, found);
    relayDeniedUntil = now;
    addresses.forEach(CaseAddress::release);
    if (!ticket.isClosed()) {
      ticket.close(now);
    }
    return new AbuseCleared(this);
  }

  void mustBeOpen() {
    if (!isOpen()) {
      throw new Conflict("case " + number + " is closed");
    }
  }

  /** The version that somebody saw, and acted by. */
  void mustStillBe(int seen) {
    if (version != seen) {
      throw new Conflict("case " + number + " has changed since it was shown");
    }
  }

  InvestigationItem item(ItemKind kind) {
    return items.stream().filter(i -> i.getKind() == kind).findFirst().orElseThrow();
  }

  public boolean isOpen() {
    return state == CaseState.OPEN;
  }

  public Long getId() {
    return id;
  }

  /** As people name it: "AB-2026-0007". */
  public String getNumber() {
    return number;
  }

  public Partner getPartner() {
    return partner;
  }

  public Connection getConnection() {
    return connection;
  }

  /** The conversation about it. */
  public Ticket getTicket() {
    return ticket;
  }

  public CaseState getState() {
    return state;
  }

  /** All that it covers, whether or not it is still open. */
  public List<Cidr> getAddresses() {
    return addresses.stream().map(CaseAddress::getAddress).toList();
  }

  /** Those that came to it after it was opened. */
  public List<CaseAddress> getAdded() {
    return addresses.stream().filter(address -> address.getReason() != null).toList();
  }

  /** Those of which the block is known to work; more may have been added since. */
  public List<CaseAddress> getInForce() {
    return addresses.stream().filter(address -> address.getInForceAt() != null).toList();
  }

  public List<InvestigationItem> getItems() {
    return items;
  }

  /** How many of its items wait for the partner. */
  public long getToAnswer() {
    return isOpen() ? items.stream().filter(InvestigationItem::isToAnswer).count() : 0;
  }

  public Instant getOpenedAt() {
    return openedAt;
  }

  public Account getOpenedBy() {
    return openedBy;
  }

  /** What was seen, as the partner reads it. */
  public String getReason() {
    return reason;
  }

  /** For staff alone; or null. */
  public String getNote() {
    return note;
  }

  /** From here on the relays take no mail of the addresses (4.13). */
  public Instant getRelayDeniedSince() {
    return relayDeniedSince;
  }

  /** Null while it lasts. */
  public Instant getRelayDeniedUntil() {
    return relayDeniedUntil;
  }

  /** Null while nobody has confirmed that the whole block works. */
  public BlockConfirmation getConfirmation() {
    return confirmation;
  }

  /** Null while it is open. */
  public CaseClosure getClosure() {
    return closure;
  }

  public int getVersion() {
    return version;
  }
}
