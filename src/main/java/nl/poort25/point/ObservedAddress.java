package nl.poort25.point;

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
import java.util.Set;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;

/** An address inside that took connections on port 25 from outside, as a point observed it. */
@Entity
@Table(name = "point_seen")
public class ObservedAddress {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "point_id")
  private Point point;

  private String address;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "address_key")
  private String addressKey;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "connection_id")
  private Connection connection;

  private long connections;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  protected ObservedAddress() {}

  /**
   * @param holder of the address, or null
   */
  ObservedAddress(Point point, ObservedConnections.Sighting seen, Connection holder, Instant now) {
    this.point = point;
    address = seen.address();
    addressKey = Cidr.of(address).firstKey();
    firstAt = now.minusSeconds(seen.seconds());
    update(seen, holder, now);
  }

  void update(ObservedConnections.Sighting seen, Connection holder, Instant now) {
    connection = holder;
    connections = seen.connections();
    lastAt = now.minusSeconds(seen.seconds());
  }

  public String getAddress() {
    return address;
  }

  /** Whose it was when it was seen last; null for nobody's. */
  public Connection getConnection() {
    return connection;
  }

  /** That it took since the point looks. */
  public long getConnections() {
    return connections;
  }

  public Instant getFirstAt() {
    return firstAt;
  }

  public Instant getLastAt() {
    return lastAt;
  }

  /** As the list of what was seen puts it: mail servers of the provider, partners', the rest. */
  long rank(Set<String> own) {
    return own.contains(address) ? 0 : connection == null ? 2 : 1;
  }

  /** Of the partner that holds it; empty for none. */
  String partnerName() {
    return connection == null ? "" : connection.getPartner().getName();
  }

  /** Of the connection that it is on; empty for none. */
  String reference() {
    return connection == null ? "" : connection.getReference();
  }

  public Point getPoint() {
    return point;
  }
}
