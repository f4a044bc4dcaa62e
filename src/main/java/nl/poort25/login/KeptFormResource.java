package nl.poort25.login;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import nl.poort25.account.CurrentUser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.FormMarks;
import nl.poort25.web.KeptForm;
import nl.poort25.web.SafeRedirect;
import nl.poort25.web.SignedOutForm;
import nl.poort25.web.Uploads;

/**
 * Answers a form that was sent without a valid session: shows the login page, which carries the
 * typed fields for the same account.
 */
@Path("/")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class KeptFormResource {
  @Inject SealedForms forms;
  @Inject DemoLogins shown;
  @Inject Uploads uploads;
  @Inject CurrentUser user;
  @Context HttpServletRequest request;

  /** The login page, with what was typed: to be shown again to the same account, and not sent. */
  @POST
  @Path(SignedOutForm.PATH)
  public Response keep(InputStream body) throws IOException {
    String action = SignedOutForm.action(request);
    if (action == null) {
      throw new NotFoundException(); // nobody sends a form here
    }
    var mark = SignedOutForm.mark(request);
    if (mark == null) {
      return Response.seeOther(URI.create(SignedOutForm.login(request))).build();
    }
    var form = new LoginResource.Form();
    form.next = mark.page();
    form.kept = sealed(mark, action, body);
    var page = LoginResource.page(form, new FormErrors(), shown.all());
    return page.with("lost", lost(form.kept)).refused();
  }

  private String lost(String kept) {
    if (user.visitor() != null) {
      return "account.login.kept.other";
    }
    return kept == null ? "account.login.kept.none" : "account.login.kept";
  }

  private String sealed(FormMarks.Mark mark, String action, InputStream body) throws IOException {
    try {
      var sent = uploads.read(request, body);
      return forms.seal(mark.account(), KeptForm.of(mark.page(), action, sent.fields()));
    } catch (BadRequestException e) {
      return null;
    }
  }

  /** Whoever does not want it any more. */
  @POST
  @Path("kept-form/removal")
  @RolesAllowed("USER")
  public Response drop(@FormParam("back") String back) {
    RequestSession.of(request).orElseThrow().dropKeptForm();
    return Response.seeOther(SafeRedirect.uri(back)).build();
  }
}
