package nl.poort25.backoffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.abuse.CaseOverview;
import nl.poort25.abuse.ReportList;
import nl.poort25.abuse.ReportRow;
import nl.poort25.account.CurrentUser;
import nl.poort25.exemption.ExemptionOverview;
import nl.poort25.exemption.HeldPointCheck;
import nl.poort25.exemption.OutsideCheckResults;
import nl.poort25.list.ListUrl;
import nl.poort25.network.Cidr;
import nl.poort25.network.ConnectionRange;
import nl.poort25.network.Connections;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.network.ProviderPrefixes;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.Page;

/** What is known of an address or a prefix: whose it is and was, what was open, what was wrong. */
@Path(AddressesResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class AddressesResource {
  static final String PATH = "/backoffice/addresses";
  private static final int MOST = 50;
  private static final int FEW = 10;

  @Inject ProviderPrefixes prefixes;
  @Inject Connections connections;
  @Inject ProviderMailServers servers;
  @Inject ExemptionOverview exemptions;
  @Inject OutsideCheckResults sights;
  @Inject HeldPointCheck heldBack;
  @Inject CaseOverview cases;
  @Inject ReportList reports;
  @Inject CurrentUser user;
  @Context UriInfo uri;

  static String of(String typed) {
    return new ListUrl(PATH).with("q", typed).toString();
  }

  @GET
  public Page show() {
    String typed = uri.getQueryParameters().getFirst("q");
    var page =
        Page.of("backoffice/addresses.html")
            .with("typed", ListUrl.text(uri.getQueryParameters(), "q"));
    if (typed == null || typed.isBlank()) {
      return page;
    }
    try {
      return of(page, Cidr.parse(typed));
    } catch (MalformedInput e) {
      return page.with("fault", Cidr.refusal(e));
    }
  }

  private Page of(Page page, Cidr cidr) {
    var prefix = prefixes.containing(cidr).orElse(null);
    var ranges = connections.history(cidr, MOST);
    var to = exemptions.to(cidr);
    var from = exemptions.from(cidr);
    var lines = Stream.concat(to.stream(), from.stream()).toList();
    var abuse = cases.history(cidr);
    var told = cidr.isAddress() ? reports.findByAddress(cidr) : List.<ReportRow>of();
    return page.with("cidr", cidr.toString())
        .with("blocks", cidr.isAddress() && user.visitor().acts())
        .with("prefix", prefix)
        .with("prefixes", prefix == null ? prefixes.within(cidr, FEW) : List.of())
        .with("current", ranges.stream().filter(ConnectionRange::isCurrent).toList())
        .with("earlier", ranges.stream().filter(range -> !range.isCurrent()).toList())
        .with("servers", servers.within(cidr, FEW))
        .with("to", to)
        .with("from", from)
        .with("seen", sights.of(lines))
        .with("heldBack", heldBack.of(lines))
        .with("cut", ranges.size() == MOST || to.size() == MOST)
        .with("abused", !abuse.isEmpty() || !told.isEmpty())
        .with("cases", abuse)
        .with("reports", told);
  }
}
