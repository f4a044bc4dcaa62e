package nl.poort25.outbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.archive.ArchiveHorizons;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.audit.Act;
import nl.poort25.list.ListRequest;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.text.Text;
import nl.poort25.web.Flash;
import nl.poort25.web.Page;
import nl.poort25.web.SafeRedirect;

/** The mails that were written, and what became of them. In a demo run it is the mailbox too. */
@Path(MailResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class MailResource {
  static final String PATH = "/backoffice/mail";

  @Inject MailList mails;
  @Inject MailQueue queue;
  @Inject ArchiveHorizons archive;
  @Inject MailRounds sender;
  @Inject Settings settings;
  @Inject InstantSource clock;
  @Inject Event<Act> acts;
  @Inject Event<MailWritten> written;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    boolean demo = settings.flag(Setting.DEMO);
    if (!demo && !request.isUserInRole("ADMINISTRATOR") && !request.isUserInRole("AUDITOR")) {
      throw new ForbiddenException();
    }
    var found = mails.page(new ListRequest(PATH, uri.getQueryParameters()));
    return Page.of("outbox/list.html")
        .with("list", found)
        .with("states", OutboxMailState.values())
        .with("bodies", demo ? bodies(found.rows()) : Map.of())
        .with("sender", sender.isReady() ? sender.isDemo() ? "demo" : "server" : "none")
        .with("archived", archived(archive.of(ArchiveKind.MAIL)))
        .with("serverSetting", Setting.MAIL_HOST.key())
        .with("waiting", queue.count(OutboxMailState.WAITING))
        .with("givenUp", queue.count(OutboxMailState.GIVEN_UP));
  }

  private static Text archived(Instant before) {
    return before == null ? null : Text.of("outbox.archived", before);
  }

  private Map<Long, List<LinkifiedText.Part>> bodies(List<OutboxMail> found) {
    var bodies = new HashMap<Long, List<LinkifiedText.Part>>();
    for (var mail : found) {
      if (mail.getDemoBody() != null) {
        bodies.put(
            mail.getId(),
            LinkifiedText.parts(mail.getDemoBody(), settings.text(Setting.PUBLIC_URL)));
      }
    }
    return bodies;
  }

  @POST
  @Path("{id: \\d{1,18}}/retry")
  @RolesAllowed("ADMINISTRATOR")
  @Transactional
  public Response tryAgain(@PathParam("id") long id, @FormParam("back") String back) {
    acts.fire(mail(id).tryAgain(clock.instant()));
    written.fire(new MailWritten());
    return done("outbox.tried-again", back);
  }

  @POST
  @Path("{id: \\d{1,18}}/dismissal")
  @RolesAllowed("ADMINISTRATOR")
  @Transactional
  public Response dismiss(@PathParam("id") long id, @FormParam("back") String back) {
    acts.fire(mail(id).dismiss());
    return done("outbox.dismissed", back);
  }

  private OutboxMail mail(long id) {
    return queue.locked(id).orElseThrow(NotFoundException::new);
  }

  private Response done(String key, String back) {
    Flash.say(request, key);
    return Response.seeOther(SafeRedirect.uri(back == null ? PATH : back)).build();
  }
}
