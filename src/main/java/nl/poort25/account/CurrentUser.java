package nl.poort25.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;

/** The signed-in user of this request and the scope of data that he may see. */
@RequestScoped
public class CurrentUser {
  @Inject HttpServletRequest request;

  public SignedInUser visitor() {
    return (SignedInUser) request.getAttribute("user");
  }

  /**
   * The things of the partner whose request this is.
   *
   * @throws NotFoundException for staff, who are no partner
   */
  public Scope partner() {
    return Scope.of(partnerId());
  }

  /**
   * Every partner's things.
   *
   * @throws NotFoundException for a partner
   */
  public Scope everything() {
    if (visitor() == null || !visitor().staff()) {
      throw new NotFoundException();
    }
    return Scope.ALL;
  }

  /**
   * The partner whose request this is, for what he makes.
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
