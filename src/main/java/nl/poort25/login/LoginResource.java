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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.poort25.account.Accounts;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.EmailAddress;
import nl.poort25.account.TooManyRequests;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.SafeRedirect;

@Path("/login")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class LoginResource {
  @Inject CurrentUser user;
  @Inject PasswordCheck passwords;
  @Inject SignIn signIn;
  @Inject DemoLogins shown;
  @Inject SignInHelp wayOut;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  public static class Form {
    @FormParam("email")
    public String email;

    @FormParam("password")
    public String password;

    @FormParam("next")
    public String next;

    /** What was typed when the session had ended, sealed; null for nothing. */
    @FormParam("kept")
    public String kept;
  }

  @GET
  public Response form(@QueryParam("next") String next, @QueryParam("reset") String reset) {
    if (user.visitor() != null) {
      return Response.seeOther(SafeRedirect.uri(next)).build();
    }
    if ("done".equals(reset)) {
      Flash.say(request, "account.reset.done"); // by its URL: nothing is kept for a guest
    }
    var form = new Form();
    form.next = next;
    return Response.ok(page(form, new FormErrors())).build();
  }

  @POST
  public Response create(@BeanParam Form form) {
    var errors = new FormErrors();
    try {
      EmailAddress.parse(form.email);
    } catch (EmailAddress.Malformed e) {
      errors.add("email", e.text());
    }
    if (form.password == null || form.password.isEmpty()) {
      errors.add("password", "account.password.missing");
    }
    if (!errors.isEmpty()) {
      return page(form, errors).refused();
    }
    var found = passwords.of(form.email, form.password, request);
    if (found.isTooEarly()) {
      TooManyRequests.say(errors, "email", found.pause());
      return TooManyRequests.answer(page(form, errors), found.pause());
    }
    if (!found.isRight()) {
      return page(form, errors.add("email", "account.login.wrong")).refused();
    }
    if (Accounts.isLockedOut(found.account())) {
      return page(form, wayOut.ofLocked(found.account(), errors, "email")).refused();
    }
    return signIn.afterPassword(found.account(), form.next, form.kept, response);
  }

  private Page page(Form form, FormErrors errors) {
    var page = page(form, errors, shown.all());
    return form.kept == null ? page : page.with("lost", "account.login.kept");
  }

  static Page page(Form form, FormErrors errors, List<?> shown) {
    return Page.of("account/login.html")
        .with("form", form)
        .with("errors", errors)
        .with("shown", shown);
  }
}
