package nl.poort25.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Keeps what a resource said for the page that its redirect leads to: after its transaction, so
 * that nothing is said to be done that was not.
 */
@Provider
public class FlashFilter implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == 303 && CurrentRequest.current() != null) {
      Flash.keep(CurrentRequest.current().request());
    }
  }
}
