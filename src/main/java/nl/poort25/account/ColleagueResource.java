package nl.poort25.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** One colleague, for the partner's own administrator. */
@Path("/colleagues/{id: [0-9]{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER_ADMIN")
public class ColleagueResource extends AccountActions {
  @GET
  @Transactional
  public Page show() {
    return page(account(), new FormErrors());
  }

  @Override
  Account account() {
    return accounts.get(id, user.partnerId());
  }

  @Override
  String path() {
    return "/colleagues/" + id;
  }

  @Override
  String back(Account account) {
    return "/colleagues";
  }
}
