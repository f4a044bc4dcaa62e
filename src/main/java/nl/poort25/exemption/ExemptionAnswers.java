package nl.poort25.exemption;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.poort25.network.Cidr;

/**
 * Embeddable with what the partner filled in of a request, step by step; a step that was never
 * saved is null or empty.
 */
@Embeddable
public class ExemptionAnswers {
  private boolean outside;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "exemption_server", joinColumns = @JoinColumn(name = "exemption_id"))
  @OrderColumn(name = "position")
  private List<MailServer> servers = new ArrayList<>();

  @Column(name = "third_party")
  private String thirdParty;

  private String documentation;

  @Convert(converter = CidrsConverter.class)
  private List<Cidr> sources;

  @Convert(converter = CidrsConverter.class)
  private List<Cidr> destinations;

  private Integer volume;
  private String purpose;

  @Convert(converter = MeasuresConverter.class)
  private Set<Measure> measures;

  @Column(name = "measures_text")
  private String measuresText;

  @Embedded private AbuseContact contact;

  protected ExemptionAnswers() {}

  public ExemptionAnswers(boolean outside) {
    this.outside = outside;
  }

  ExemptionAnswers copy() {
    var copy = new ExemptionAnswers(outside);
    copy.servers = new ArrayList<>(servers);
    copy.thirdParty = thirdParty;
    copy.documentation = documentation;
    copy.sources = sources;
    copy.destinations = destinations;
    copy.volume = volume;
    copy.purpose = purpose;
    copy.measures = measures == null ? null : EnumSet.copyOf(measures);
    copy.measuresText = measuresText;
    copy.contact = contact;
    return copy;
  }

  /** All of it, with these addresses only: an approval is judged on what it leaves. */
  ExemptionAnswers restrictedTo(Set<String> addresses) {
    var narrowed = copy();
    narrowed.servers = MailServer.only(servers, addresses);
    narrowed.sources = restrictedTo(getSources(), addresses);
    narrowed.destinations = restrictedTo(getDestinations(), addresses);
    return narrowed;
  }

  private static List<Cidr> restrictedTo(List<Cidr> cidrs, Set<String> addresses) {
    return cidrs.stream().filter(cidr -> addresses.contains(cidr.toString())).toList();
  }

  void setOutside(boolean outsideTheNetwork) {
    outside = outsideTheNetwork;
  }

  public void setServers(List<MailServer> with) {
    servers.clear();
    servers.addAll(with);
  }

  /**
   * @param name null where that is not known of what was taken over
   * @param documented null likewise
   */
  public void setThirdParty(String name, String documented, List<Cidr> from) {
    thirdParty = name;
    documentation = documented;
    sources = List.copyOf(from);
  }

  public void setDestinations(List<Cidr> addresses) {
    destinations = List.copyOf(addresses);
  }

  public void setUse(int messagesADay, String what) {
    volume = messagesADay;
    purpose = what;
  }

  public void setMeasures(Set<Measure> ticked, String more) {
    measures = ticked.isEmpty() ? EnumSet.noneOf(Measure.class) : EnumSet.copyOf(ticked);
    measuresText = more;
  }

  public void setContact(AbuseContact at) {
    contact = at;
  }

  /** Whether that step has been filled in. */
  boolean has(RequestStep step) {
    return switch (step) {
      case KIND, CONNECTION -> true;
      case SERVERS -> !servers.isEmpty() && servers.stream().allMatch(MailServer::isComplete);
      case THIRD_PARTY -> thirdParty != null;
      case DESTINATIONS -> destinations != null;
      case USE -> purpose != null;
      case MEASURES -> measures != null;
      case CONTACT -> contact != null;
    };
  }

  /** Whether nothing is known of that step: of what was taken over, some is known of few steps. */
  boolean isBlank(RequestStep step) {
    return switch (step) {
      case SERVERS -> servers.isEmpty();
      case THIRD_PARTY -> thirdParty == null && getSources().isEmpty();
      default -> !has(step);
    };
  }

  /** Own mail servers outside the provider's network (4.6). */
  public boolean isOutside() {
    return outside;
  }

  public List<MailServer> getServers() {
    return servers;
  }

  public String getThirdParty() {
    return thirdParty;
  }

  public String getDocumentation() {
    return documentation;
  }

  /** Where a third party sends from. */
  public List<Cidr> getSources() {
    return sources == null ? List.of() : sources;
  }

  /** Where mail from given sources goes to. */
  public List<Cidr> getDestinations() {
    return destinations == null ? List.of() : destinations;
  }

  /** Messages a day. */
  public Integer getVolume() {
    return volume;
  }

  public String getPurpose() {
    return purpose;
  }

  public Set<Measure> getMeasures() {
    return measures == null ? Set.of() : measures;
  }

  public String getMeasuresText() {
    return measuresText;
  }

  public AbuseContact getContact() {
    return contact;
  }
}
