package nl.poort25.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.poort25.audit.Act;
import nl.poort25.audit.AuditLog;
import nl.poort25.text.Languages;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** One's own account. */
@Path("/account")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("USER")
public class ProfileResource {
  private static final int ACTS = 15;

  @Inject CurrentUser user;
  @Inject Accounts accounts;
  @Inject AuditLog log;
  @Inject Event<Act> acts;
  @Context HttpServletRequest request;

  public static class Form {
    @FormParam("name")
    public String name;

    @FormParam("language")
    public String language;
  }

  @GET
  @Transactional
  public Page show() {
    var form = new Form();
    form.name = user.visitor().name();
    form.language = user.visitor().language();
    return page(form, new FormErrors());
  }

  @POST
  @Transactional
  public Response change(@BeanParam Form form) {
    var errors = new FormErrors();
    String name = NameField.checkForMail(errors, "name", form.name, user.visitor().name());
    if (!errors.isEmpty()) {
      return page(form, errors).refused();
    }
    String language = Languages.of(form.language).toLanguageTag();
    acts.fire(accounts.get(user.visitor().id()).changeProfile(name, language));
    Flash.say(request, "account.profile.changed");
    return Response.seeOther(URI.create("/account")).build();
  }

  private Page page(Form form, FormErrors errors) {
    return Page.of("account/profile.html")
        .with("form", form)
        .with("errors", errors)
        .with("languages", AccountChoices.LANGUAGES)
        .with("acts", log.by(user.visitor().id(), ACTS));
  }
}
