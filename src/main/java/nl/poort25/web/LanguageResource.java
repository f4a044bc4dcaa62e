package nl.poort25.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import nl.poort25.text.Languages;

@Path("/language")
@RequestScoped
public class LanguageResource {
  @Inject Cookies cookies;
  @Context HttpServletResponse servlet;

  @POST
  public Response choose(@FormParam("language") String language, @FormParam("back") String back) {
    servlet.addCookie(
        cookies.make(
            LocaleResolver.COOKIE, Languages.of(language).toLanguageTag(), Duration.ofDays(365)));
    return Response.seeOther(SafeRedirect.uri(back)).build();
  }
}
