package nl.poort25.abuse;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import nl.poort25.abusereport.ParsedReport;
import nl.poort25.abusereport.ReceivedMatch;
import nl.poort25.abusereport.UnparsedPart;
import nl.poort25.network.Cidr;

/** What an uploaded report says, as it was read: see {@link ParsedReport}. It never changes. */
@Embeddable
public class ReportContents {
  @Enumerated(EnumType.STRING)
  private ParsedReport.Format format;

  @Enumerated(EnumType.STRING)
  private ParsedReport.ComplaintType about;

  private String source;

  @Column(name = "source_port")
  private Integer sourcePort;

  @Enumerated(EnumType.STRING)
  private ReceivedMatch chain;

  private long incidents;

  @Column(name = "reported_at")
  private Instant reportedAt;

  @Column(name = "message_at")
  private Instant messageAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "arrived_at")
  private Instant arrivedAt;

  private String unreadable;
  private String excerpt;

  protected ReportContents() {}

  static ReportContents of(ParsedReport read) {
    var contents = new ReportContents();
    contents.format = read.format();
    contents.about = read.about();
    contents.source = read.source() == null ? null : read.source().toString();
    contents.sourcePort = read.port();
    contents.chain = read.chain();
    contents.incidents = read.incidents();
    contents.reportedAt = read.reportedAt();
    contents.messageAt = read.messageAt();
    contents.receivedAt = read.receivedAt();
    contents.arrivedAt = read.arrivedAt();
    contents.unreadable = UnparsedPart.written(read.notRead());
    contents.excerpt = read.excerpt();
    return contents;
  }

  public String getFormat() {
    return format.name();
  }

  public String getAbout() {
    return about.name();
  }

  /** As the report says it; null where it names no address. */
  public Cidr getSource() {
    return source == null ? null : Cidr.of(source);
  }

  public Integer getSourcePort() {
    return sourcePort;
  }

  /** Address and port; null where it names no address. */
  public String getSourceText() {
    return source == null ? null : PartnerReportView.text(getSource(), sourcePort);
  }

  public ReceivedMatch getChain() {
    return chain;
  }

  public long getIncidents() {
    return incidents;
  }

  public Instant getReportedAt() {
    return reportedAt;
  }

  /** The reported message's own date: its sender's word. */
  public Instant getMessageAt() {
    return messageAt;
  }

  public Instant getReceivedAt() {
    return receivedAt;
  }

  public Instant getArrivedAt() {
    return arrivedAt;
  }

  /** What of it has no value that can be used. */
  public List<UnparsedPart> getNotRead() {
    return UnparsedPart.of(unreadable);
  }

  /** For staff alone. */
  public String getExcerpt() {
    return excerpt;
  }
}
