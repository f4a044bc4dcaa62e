package nl.poort25.web;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/**
 * What a resource answers: a template under WEB-INF/views and what it shows. Rendered after the
 * transaction, so the model holds no lazy association.
 */
public record Page(String view, Map<String, Object> model) {
  public static Page of(String view) {
    return new Page(view, Map.of());
  }

  /** The same page with one more thing to show. */
  public Page with(String name, Object value) {
    var more = new HashMap<>(model);
    more.put(name, value);
    return new Page(view, more);
  }

  /** The answer to a form that cannot be taken as it is: the page again, with its errors. */
  public Response refused() {
    return Response.status(422).entity(this).build();
  }
}
