package nl.poort25.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Leads back to its page a form that was carried out before, and says so. */
@Provider
public class SentFormFilter implements ContainerRequestFilter {
  @Inject SentForms forms;
  @Context HttpServletRequest servlet;

  @Override
  public void filter(ContainerRequestContext request) {
    SentForms.current()
        .filter(sent -> forms.isDone(sent.digest()))
        .ifPresent(
            sent -> {
              Flash.say(servlet, "web.sent-before");
              request.abortWith(
                  Response.seeOther(SafeRedirect.uri(SentForms.page(servlet))).build());
            });
  }
}
