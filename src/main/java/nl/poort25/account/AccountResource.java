package nl.poort25.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import nl.poort25.audit.Act;
import nl.poort25.web.Conflict;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** One account, of the staff or of a partner, as staff sees it. */
@Path("/backoffice/accounts/{id: [0-9]{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("ADMINISTRATOR")
public class AccountResource extends AccountActions {
  @Inject ResetMails mails;
  @Inject Event<Act> acts;

  @GET
  @RolesAllowed("STAFF")
  @Transactional
  public Page show() {
    return page(account(), new FormErrors());
  }

  @POST
  @Path("password-reset")
  @Transactional
  public Response sendReset() {
    var account = account();
    if (!PersonalLinks.mayHave(LinkPurpose.PASSWORD_RESET, account)) {
      throw new Conflict("no reset of a password for account " + id);
    }
    acts.fire(new AccountAct.PasswordResetSent(account));
    mails.send(account, LinkPurpose.PASSWORD_RESET);
    return answer(account, new FormErrors(), "account.account.reset-sent");
  }

  @Override
  Account account() {
    return accounts.get(id);
  }

  @Override
  String path() {
    return "/backoffice/accounts/" + id;
  }

  @Override
  String back(Account account) {
    return account.isStaff()
        ? "/backoffice/accounts"
        : "/backoffice/partners/" + account.getPartner().getId();
  }
}
