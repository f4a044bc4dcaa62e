package nl.poort25.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;

/** Who makes this request; a resource with {@code @RolesAllowed} always has one. */
@RequestScoped
public class CurrentUser {
  @Inject HttpServletRequest request;

  public Visitor visitor() {
    return (Visitor) request.getAttribute("user");
  }

  /**
   * The partner whose things this request may see.
   *
   * @throws NotFoundException for staff, who are no partner
   */
  public long partnerId() {
    Long id = visitor() == null ? null : visitor().partnerId();
    if (id == null) {
      throw new NotFoundException();
    }
    return id;
  }
}
