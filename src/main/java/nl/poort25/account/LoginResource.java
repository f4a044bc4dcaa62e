package nl.poort25.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Local;
import nl.poort25.web.Page;

@Path("/login")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class LoginResource {
  @Inject Accounts accounts;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  public static class Form {
    @FormParam("email")
    public String email;

    @FormParam("password")
    public String password;

    @FormParam("next")
    public String next;
  }

  @GET
  public Page form(@QueryParam("next") String next) {
    var form = new Form();
    form.next = next;
    return page(form, new FormErrors());
  }

  @POST
  @Transactional
  public Response create(@BeanParam Form form) {
    var errors = new FormErrors();
    String email = errors.required("email", form.email, 254);
    var account =
        email == null ? null : accounts.byEmail(email.toLowerCase(Locale.ROOT)).orElse(null);
    if (account == null || !Passwords.verify(form.password, account.getPasswordHash())) {
      return page(form, errors.add("email", "account.login.wrong")).refused();
    }
    account.loggedIn(clock.instant());
    SessionMechanism.begin(request, account);
    return Response.seeOther(Local.uri(form.next)).build();
  }

  private static Page page(Form form, FormErrors errors) {
    return new Page("account/login.html", Map.of("form", form, "errors", errors));
  }
}
