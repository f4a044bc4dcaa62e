package nl.poort25.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import nl.poort25.account.Account;
import nl.poort25.account.LinkPurpose;
import nl.poort25.account.NameField;
import nl.poort25.account.PasswordHashes;
import nl.poort25.account.PersonalLinks;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** The link of an invitation. A GET only shows the form: scanners of mail follow every link. */
@Path("/invitation/{token}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class InvitationResource {
  @Inject PersonalLinks links;
  @Inject PasswordChanges newPasswords;
  @Inject SignIn signIn;

  @Context HttpServletResponse response;

  @PathParam("token")
  String token;

  @GET
  public Response form() {
    return links
        .peek(LinkPurpose.INVITATION, token)
        .map(account -> Response.ok(page(account, account.getName(), new FormErrors())).build())
        .orElseGet(() -> InvalidLinkPage.answer(LinkPurpose.INVITATION));
  }

  @POST
  public Response accept(
      @FormParam("name") String name, @FormParam("new-password") String password) {
    var invited = links.peek(LinkPurpose.INVITATION, token);
    if (invited.isEmpty()) {
      return InvalidLinkPage.answer(LinkPurpose.INVITATION);
    }
    var errors = new FormErrors();
    String checked = NameField.checkForMail(errors, "name", name, invited.get().getName());
    newPasswords.check(errors, "new-password", password, invited.get().getEmail(), checked);
    if (!errors.isEmpty()) {
      return page(invited.get(), name, errors).refused();
    }
    return newPasswords
        .accept(token, checked, PasswordHashes.hash(password))
        .map(account -> signIn.afterPassword(account, "/", response))
        .orElseGet(() -> InvalidLinkPage.answer(LinkPurpose.INVITATION));
  }

  private Page page(Account account, String name, FormErrors errors) {
    return Page.of("account/invitation.html")
        .with("token", token)
        .with("name", name)
        .with("email", account.getEmail())
        .with("partner", account.isStaff() ? null : account.getPartner().getName())
        .with("errors", errors);
  }
}
