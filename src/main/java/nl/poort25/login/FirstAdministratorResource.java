package nl.poort25.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import nl.poort25.account.Accounts;
import nl.poort25.account.EmailAddress;
import nl.poort25.account.LinkPurpose;
import nl.poort25.account.NameField;
import nl.poort25.account.PasswordHashes;
import nl.poort25.account.PersonalLinks;
import nl.poort25.web.FormErrors;
import nl.poort25.web.LocaleResolver;
import nl.poort25.web.Page;

/** The link in the log of an installation without an administrator. */
@Path("/first-administrator/{token}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class FirstAdministratorResource {
  @Inject PersonalLinks links;
  @Inject AdministratorBootstrap first;
  @Inject Accounts accounts;
  @Inject PasswordChanges newPasswords;
  @Inject SignIn signIn;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @PathParam("token")
  String token;

  public static class Form {
    @FormParam("name")
    public String name;

    @FormParam("email")
    public String email;

    @FormParam("new-password")
    public String password;
  }

  @GET
  public Response form() {
    return links.isGoodForFirst(token)
        ? Response.ok(page(new Form(), new FormErrors())).build()
        : InvalidLinkPage.answer(LinkPurpose.FIRST_ADMINISTRATOR);
  }

  @POST
  public Response make(@BeanParam Form form) {
    if (!links.isGoodForFirst(token)) {
      return InvalidLinkPage.answer(LinkPurpose.FIRST_ADMINISTRATOR);
    }
    var errors = new FormErrors();
    String name = NameField.checkForMail(errors, "name", form.name, null);
    String email = null;
    try {
      email = EmailAddress.parse(form.email).key();
      newPasswords.check(errors, "new-password", form.password, email, name);
      if (accounts.byEmail(email).isPresent()) {
        errors.add("email", "account.invite.taken");
      }
    } catch (EmailAddress.Malformed e) {
      errors.add("email", e.text());
    }
    if (!errors.isEmpty()) {
      return page(form, errors).refused();
    }
    String language = LocaleResolver.of(request).toLanguageTag();
    return first
        .make(token, name, email, language, PasswordHashes.hash(form.password))
        .map(account -> signIn.afterPassword(account, "/", response))
        .orElseGet(() -> InvalidLinkPage.answer(LinkPurpose.FIRST_ADMINISTRATOR));
  }

  private Page page(Form form, FormErrors errors) {
    return Page.of("account/first-administrator.html")
        .with("token", token)
        .with("form", form)
        .with("errors", errors);
  }
}
