package nl.poort25.abuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import nl.poort25.account.CurrentUser;
import nl.poort25.list.ListUrl;
import nl.poort25.network.Cidr;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** Blocking addresses: who holds them and what is open on them is seen before. */
@Path(NewAbuseCaseResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class NewAbuseCaseResource {
  static final String PATH = "/backoffice/abuse/new";
  private static final int LONGEST = 2000;

  @Inject AbuseBlocking blocks;
  @Inject AbuseReports reports;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  /**
   * @param typed addresses; null before they are asked for
   */
  @GET
  public Page form(@QueryParam("addresses") String typed) {
    Long reportId = ListUrl.number(uri.getQueryParameters(), "report");
    var errors = new FormErrors();
    if (typed == null && reportId == null) {
      return Page.of("abuse/new.html");
    }
    String addresses = typed != null ? typed : String.valueOf(reports.get(reportId).getAddress());
    return page(addresses, reportId, errors);
  }

  @POST
  @RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response block(
      @FormParam("addresses") String typed,
      @FormParam("report") String report,
      @FormParam("reason") String typedReason,
      @FormParam("note") String typedNote) {
    Long reportId = ChoiceParser.id(report);
    var errors = new FormErrors();
    var addresses = read(typed, reportId, errors);
    var reason = PartnerText.reason(errors, "reason", typedReason, LONGEST);
    String note = errors.optional("note", typedNote, LONGEST);
    if (reason.isRefused()) {
      return reason.refuse(page(typed, reportId, errors).with("note", typedNote));
    }
    var decision =
        new AbuseBlocking.BlockRequest(
            addresses, reason.text(), note, reportId, user.visitor().id());
    var outcome = Retry.onCollision(() -> blocks.block(decision, clock.instant()));
    if (outcome.opened() == null) {
      return reason.refuse(page(typed, reportId, errors).with("note", typedNote));
    }
    Flash.say(
        request,
        "abuse.new.done",
        outcome.opened().getNumber(),
        outcome.opened().getPartner().getName());
    return Response.seeOther(URI.create(StaffAbuseResource.PATH + "/" + outcome.opened().getId()))
        .build();
  }

  /** The addresses; that of the report, if there is one, is among them. */
  private Set<Cidr> read(String typed, Long reportId, FormErrors errors) {
    var addresses = BlockCandidates.read(typed, errors);
    if (reportId != null && !addresses.isEmpty()) {
      var reported = reports.get(reportId).getAddress();
      if (reported == null || !addresses.contains(reported)) {
        errors.add("addresses", "abuse.new.not-reported", reportId + "");
        return Set.of();
      }
    }
    return addresses;
  }

  private Page page(String typed, Long reportId, FormErrors errors) {
    var addresses = read(typed, reportId, errors);
    var page =
        Page.of("abuse/new.html")
            .with("addresses", typed)
            .with("report", reportId)
            .with("errors", errors);
    if (addresses.isEmpty()) {
      return page;
    }
    var preview = blocks.preview(addresses, reportId, clock.instant());
    return preview
        .addTo(page)
        .with("gathered", preview.gathered())
        .with("blocks", preview.verdict().holds() && user.visitor().acts());
  }
}
