package nl.poort25.abuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.network.Cidr;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.Page;
import nl.poort25.web.StaffReason;

/** One report: what it says, who held the address at each of its dates, and what staff says. */
@Path(ReportsResource.PATH + "/{id: \\d{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class ReportResource {
  @PathParam("id")
  long id;

  @Inject AbuseReports reports;
  @Inject ReportPages pages;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @GET
  public Page show() {
    return pages.of(reports.get(id));
  }

  /** Says which address it is about, where the report does not. */
  @POST
  @Path("address")
  @RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response name(@FormParam("version") int version, @FormParam("address") String typed) {
    var report = reports.get(id);
    var errors = new FormErrors();
    var address = address(typed, errors);
    if (!errors.isEmpty()) {
      return pages.of(report).with("errors", errors).with("address", typed).refused();
    }
    reports.assignAddress(id, version, address, user.visitor().id(), clock.instant());
    return done("abuse.report.named");
  }

  @POST
  @Path("confirmation")
  @RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response confirm(
      @FormParam("version") int version,
      @FormParam("address") String typed,
      @FormParam("moment") String typedMoment,
      @FormParam("others") String others) {
    var report = reports.get(id);
    var errors = new FormErrors();
    var address = address(typed, errors);
    var moment = ChoiceParser.read(ReportDate.class, "moment", typedMoment, errors);
    if (moment != null
        && (report.at(moment) == null || report.at(moment).isAfter(clock.instant()))) {
      errors.add("moment", "abuse.report.moment.none");
    }
    if (errors.isEmpty()
        && !reports.confirm(
            id, version, address, moment, others != null, user.visitor().id(), clock.instant())) {
      errors.add("address", "abuse.report.no-holder", address);
    }
    if (!errors.isEmpty()) {
      return pages
          .of(report)
          .with("errors", errors)
          .with("address", typed)
          .with("moment", typedMoment)
          .refused();
    }
    return done("abuse.report.confirmed");
  }

  private static Cidr address(String typed, FormErrors errors) {
    String text = errors.required("address", typed, 100);
    try {
      return text == null ? null : Cidr.parseAddress(text);
    } catch (MalformedInput e) {
      errors.add("address", e.text());
      return null;
    }
  }

  /** Adds it, with the others of its day, to the open case on its address. */
  @POST
  @Path("case")
  @RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response gather(@FormParam("version") int version) {
    reports.get(id);
    var into = reports.gather(id, version);
    Flash.say(request, "abuse.report.gathered", into.getNumber());
    return Response.seeOther(URI.create(StaffAbuseResource.PATH + "/" + into.getId())).build();
  }

  @POST
  @Path("dismissal")
  @RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response dismiss(@FormParam("version") int version, @FormParam("why") String typed) {
    var report = reports.get(id);
    var why = StaffReason.read("why", typed);
    if (why.isRefused()) {
      return why.refuse(pages.of(report));
    }
    reports.dismiss(id, version, why.text(), user.visitor().id(), clock.instant());
    return done("abuse.report.dismissed");
  }

  private Response done(String said) {
    Flash.say(request, said);
    return Response.seeOther(URI.create(ReportsResource.PATH + "/" + id)).build();
  }
}
