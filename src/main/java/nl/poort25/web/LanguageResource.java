package nl.poort25.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

@Path("/language")
@RequestScoped
public class LanguageResource {
  @Inject Settings settings;

  @POST
  public Response choose(@FormParam("language") String language, @FormParam("back") String back) {
    var cookie =
        new NewCookie.Builder(Language.COOKIE)
            .value(Language.of(language).toLanguageTag())
            .path("/")
            .maxAge(365 * 24 * 3600)
            .httpOnly(true)
            .secure(settings.text(Setting.PUBLIC_URL).startsWith("https:"))
            .sameSite(NewCookie.SameSite.LAX)
            .build();
    return Response.seeOther(Local.uri(back)).cookie(cookie).build();
  }
}
