package nl.poort25.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Forgets what was kept of a form once the form is sent and taken. */
@Provider
public class KeptFormFilter implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == 303
        && request.getMethod().equals("POST")
        && CurrentRequest.current() != null
        && CurrentRequest.current().request().getAttribute(KeptForm.KEEPER)
            instanceof KeptForm.Keeper keeper) {
      var kept = keeper.keptForm();
      if (kept != null
          && kept.action().equals(CurrentRequest.current().request().getRequestURI())) {
        keeper.dropKeptForm();
      }
    }
  }
}
