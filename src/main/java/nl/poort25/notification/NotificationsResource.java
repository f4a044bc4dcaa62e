package nl.poort25.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import nl.poort25.account.Accounts;
import nl.poort25.account.CurrentUser;
import nl.poort25.web.Choice;
import nl.poort25.web.Flash;
import nl.poort25.web.Page;
import nl.poort25.web.SentForm;

/** Where one chooses of what, and how, one is told. */
@Path("/account/notifications")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("USER")
public class NotificationsResource {
  private static final URI SELF = URI.create("/account/notifications");
  private static final List<Choice> WAYS =
      Arrays.stream(NotificationWay.values())
          .map(way -> Choice.of(way, "notification.way"))
          .toList();

  @Inject CurrentUser user;
  @Inject Accounts accounts;
  @Inject NotificationChoices choices;
  @Context HttpServletRequest request;

  @GET
  @Transactional
  public Page show() {
    return Page.of("notification/choices.html")
        .with("chosen", choices.of(accounts.get(user.visitor().id())))
        .with("ways", WAYS)
        .with("begins", DigestTime.BEGINS);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response choose(MultivaluedMap<String, String> fields) {
    var sent = new SentForm(fields);
    var wanted = new EnumMap<NotificationKind, NotificationWay>(NotificationKind.class);
    for (var kind : NotificationKind.values()) {
      // what is not sent, or is none of them, stays as it is
      sent.choices(NotificationWay.class, kind.name()).stream()
          .findFirst()
          .ifPresent(way -> wanted.put(kind, way));
    }
    choices.choose(user.visitor().id(), wanted);
    Flash.say(request, "notification.chosen");
    return Response.seeOther(SELF).build();
  }
}
