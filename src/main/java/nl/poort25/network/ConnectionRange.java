package nl.poort25.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.poort25.web.Conflict;

/** Addresses that a connection has, or had: never removed, so that one can tell who held what. */
@Entity
@Table(name = "connection_range")
public class ConnectionRange {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "connection_id")
  private Connection connection;

  private String cidr;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "first_key")
  private String firstKey;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "last_key")
  private String lastKey;

  private Instant since;
  private Instant until;

  @SuppressWarnings("UnusedVariable") // the index on it keeps it single
  private String held;

  protected ConnectionRange() {}

  public ConnectionRange(Connection connection, Cidr cidr, Instant now) {
    this.connection = connection;
    this.cidr = cidr.toString();
    firstKey = cidr.firstKey();
    lastKey = cidr.lastKey();
    since = now;
    held = this.cidr;
  }

  /** The connection has it no longer. */
  void end(Instant now) {
    if (until != null) {
      throw new Conflict(cidr + " was taken from its connection already");
    }
    until = now;
    held = null;
  }

  public Long getId() {
    return id;
  }

  public Connection getConnection() {
    return connection;
  }

  public Cidr getCidr() {
    return Cidr.of(cidr);
  }

  public Instant getSince() {
    return since;
  }

  public Instant getUntil() {
    return until;
  }
}
