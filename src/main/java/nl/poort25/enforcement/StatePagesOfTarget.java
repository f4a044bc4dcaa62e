package nl.poort25.enforcement;

import com.google.common.collect.Range;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import nl.poort25.list.ListRequest;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.StateFormat;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.StaffReason;

/**
 * Base of the staff pages with the states of one target: the current one, any generation, and what
 * was in force for an address or name at a moment (4.10).
 */
@Produces("text/html;charset=UTF-8")
public abstract class StatePagesOfTarget {
  private static final int LONGEST_ABOUT = 1000;
  private static final Range<Integer> YEARS = Range.closed(2000, 2999);

  @Inject StatePages pages;
  @Inject Generations generations;
  @Inject LargeChangeGuard guard;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;
  private final EnforcementTarget target;
  private final String path;

  StatePagesOfTarget(EnforcementTarget target, String path) {
    this.target = target;
    this.path = path;
  }

  /**
   * @param typed an address, of the relays also a name; with it the page says what counted for it
   * @param at the moment meant, in Amsterdam; empty for now
   */
  @GET
  public Page index(
      @Context UriInfo uri, @QueryParam("address") String typed, @QueryParam("at") String at) {
    var page =
        pages
            .index(target, new ListRequest(path, uri.getQueryParameters()))
            .with("address", typed)
            .with("at", at);
    if (typed == null) {
      return page;
    }
    var errors = new FormErrors();
    String about = errors.required("address", typed, LONGEST_ABOUT);
    var asked = about == null ? null : HistoryQuery.read(target, "address", about, errors);
    Instant moment = moment(at, errors);
    return errors.isEmpty() ? pages.then(page, target, asked, moment) : page.with("errors", errors);
  }

  private Instant moment(String at, FormErrors errors) {
    if (at == null || at.isBlank()) {
      return clock.instant();
    }
    try {
      var local = LocalDateTime.parse(at.strip());
      if (YEARS.contains(local.getYear())) {
        return local.atZone(LocalizedTexts.ZONE).toInstant();
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
    return pages.generation(target, path, number);
  }

  /** The whole state as a file; the same bytes whenever it is asked for. */
  @GET
  @Path("{number: \\d{1,18}}/{format: [a-z][a-z_.-]{1,40}}")
  @Produces("text/plain;charset=UTF-8")
  public Response file(@PathParam("number") long number, @PathParam("format") String format) {
    generations.get(target, number);
    String text =
        StateFormat.write(target, format, number, generations.lines(target, number))
            .orElseThrow(NotFoundException::new);
    return Response.ok(text)
        .header("Content-Disposition", "attachment; filename=\"%d-%s\"".formatted(number, format))
        .build();
  }

  /** The network role has seen a large change, and lets it become a generation. */
  @POST
  @Path("held-back/{id: \\d{1,18}}/confirmation")
  @RolesAllowed("NETWORK")
  public Response confirm(@PathParam("id") long id, @FormParam("note") String typed) {
    var note = StaffReason.read("note", typed);
    if (note.isRefused()) {
      return note.refuse(pages.index(target, ListRequest.of(path)));
    }
    guard.confirm(target, id, note.text(), user.visitor().id(), clock.instant());
    Flash.say(request, "enforcement.held.confirmed");
    return Response.seeOther(URI.create(path)).build();
  }
}
