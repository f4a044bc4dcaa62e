package nl.poort25.enforcement;

import com.google.common.collect.Range;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import nl.poort25.account.CurrentUser;
import nl.poort25.network.Cidr;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Malformed;
import nl.poort25.web.Page;
import nl.poort25.web.Phrases;

/** What the firewalls are to let through, now and at any moment before (4.10). */
@Path(FirewallResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class FirewallResource {
  static final String PATH = "/backoffice/firewall";
  private static final int LONGEST_NOTE = 1000;
  private static final Range<Integer> YEARS = Range.closed(2000, 2999);

  @Inject FirewallPages pages;
  @Inject Generations generations;
  @Inject Guard guard;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  /**
   * @param typed an address; with it the page says whether that was open
   * @param at the moment meant, in Amsterdam; empty for now
   */
  @GET
  public Page index(
      @Context UriInfo uri, @QueryParam("address") String typed, @QueryParam("at") String at) {
    var page =
        pages
            .index(ListUrl.number(uri.getQueryParameters(), "after"))
            .with("address", typed)
            .with("at", at);
    if (typed == null || typed.isBlank()) {
      return page;
    }
    var errors = new FormErrors();
    Cidr address = null;
    try {
      address = Cidr.parseAddress(typed);
    } catch (Malformed e) {
      errors.add("address", Cidr.refusal(e));
    }
    Instant moment = moment(at, errors);
    return errors.isEmpty() ? pages.then(page, address, moment) : page.with("errors", errors);
  }

  private Instant moment(String at, FormErrors errors) {
    if (at == null || at.isBlank()) {
      return clock.instant();
    }
    try {
      var local = LocalDateTime.parse(at.strip());
      if (YEARS.contains(local.getYear())) {
        return local.atZone(Phrases.ZONE).toInstant();
      }
    } catch (DateTimeParseException e) {
      // told below, as a year is that no database takes
    }
    errors.add("at", "enforcement.at.malformed");
    return null;
  }

  @GET
  @Path("{number: \\d{1,18}}")
  public Page generation(@PathParam("number") long number) {
    return pages.generation(number);
  }

  /** The whole state as nftables takes it; the same bytes whenever it is asked for. */
  @GET
  @Path("{number: \\d{1,18}}/nftables")
  @Produces("text/plain;charset=UTF-8")
  public Response nftables(@PathParam("number") long number) {
    generations.get(number);
    return file(number, "nft", Nftables.write(number, generations.lines(number)));
  }

  /** The state itself, a line each, whose SHA-256 the generation names. */
  @GET
  @Path("{number: \\d{1,18}}/lines")
  @Produces("text/plain;charset=UTF-8")
  public Response lines(@PathParam("number") long number) {
    generations.get(number);
    return file(number, "txt", DesiredLine.text(generations.lines(number)));
  }

  private static Response file(long number, String ending, String text) {
    return Response.ok(text)
        .header(
            "Content-Disposition",
            "attachment; filename=\"port25-%d.%s\"".formatted(number, ending))
        .build();
  }

  /** The network role has seen a large change, and lets it become a generation. */
  @POST
  @Path("held-back/{id: \\d{1,18}}/confirmation")
  @RolesAllowed("NETWORK")
  public Response confirm(@PathParam("id") long id, @FormParam("note") String typed) {
    var errors = new FormErrors();
    String note = errors.required("note", typed, LONGEST_NOTE);
    if (!errors.isEmpty()) {
      return pages.index(null).with("note", typed).with("errors", errors).refused();
    }
    guard.confirm(id, note, user.visitor().id(), clock.instant());
    Flash.say(request, "enforcement.held.confirmed");
    return Response.seeOther(URI.create(PATH)).build();
  }
}
