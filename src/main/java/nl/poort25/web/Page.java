package nl.poort25.web;

import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What a resource answers: a template under WEB-INF/views and what it shows. Rendered after the
 * transaction, so the model holds no lazy association.
 */
public final class Page {
  private final String view;
  private final Map<String, Object> model;

  private Page(String view, Map<String, Object> model) {
    this.view = view;
    this.model = model;
  }

  /**
   * @param view the template below WEB-INF/views
   */
  public static Page of(String view) {
    return new Page(view, Map.of());
  }

  /**
   * The same page with one more thing to show.
   *
   * @param value may be null: the template then finds nothing
   */
  public Page with(String name, Object value) {
    var more = new HashMap<>(model);
    more.put(name, value);
    return new Page(view, more);
  }

  public String view() {
    return view;
  }

  public Map<String, Object> model() {
    return Collections.unmodifiableMap(model);
  }

  /** The answer to a form that cannot be taken as it is: the page again, with its errors. */
  public Response refused() {
    return Response.status(422).entity(this).build();
  }
}
