package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.FormParam;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.poort25.audit.Act;
import nl.poort25.web.Conflict;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Language;
import nl.poort25.web.Page;

/** Makes accounts by inviting somebody: only the mail's reader sets a password. */
@ApplicationScoped
@Transactional
class Invitations {
  /** Whom to invite. */
  public static class Form {
    @FormParam("name")
    public String name;

    @FormParam("email")
    public String email;

    @FormParam("role")
    public List<String> roles = List.of();

    @FormParam("language")
    public String language = "nl";
  }

  @PersistenceContext EntityManager em;
  @Inject Accounts accounts;
  @Inject ResetMails mails;
  @Inject InstantSource clock;
  @Inject Event<Act> acts;

  /**
   * Empty, and errors, where the form cannot be taken.
   *
   * @param partner null for staff
   */
  @Transactional(TxType.MANDATORY)
  Optional<Account> invite(Form form, Partner partner, FormErrors errors) {
    String name = NameRule.check(errors, "name", form.name);
    String email = null;
    try {
      email = EmailAddress.parse(form.email).key();
      if (accounts.byEmail(email).isPresent()) {
        errors.add("email", "account.invite.taken");
      }
    } catch (EmailAddress.Malformed e) {
      errors.add("email", e.text());
    }
    var roles = Role.named(form.roles);
    if (!Role.fit(roles, partner == null)) {
      errors.add("role", "web.form.choose");
    }
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    String language = Language.of(form.language).toLanguageTag();
    var account = new Account(partner, email, name, roles, language, clock.instant());
    em.persist(account);
    acts.fire(new AccountAct.AccountInvited(account));
    mails.send(account, LinkPurpose.INVITATION);
    return Optional.of(account);
  }

  /** Another mail, for who has lost the first or let it expire. */
  @Transactional(TxType.MANDATORY)
  void again(Account account) {
    if (!PersonalLinks.mayHave(LinkPurpose.INVITATION, account)) {
      throw new Conflict("no invitation for account " + account.getId());
    }
    acts.fire(new AccountAct.InvitationSentAgain(account));
    mails.send(account, LinkPurpose.INVITATION);
  }

  /**
   * @param action where the form goes to, and {@code back} where one came from
   * @param partner null for staff
   */
  static Page page(Form form, FormErrors errors, String action, String back, Partner partner) {
    var model = new HashMap<String, Object>(Map.of("form", form, "errors", errors));
    model.put("action", action);
    model.put("back", back);
    model.put("partner", partner == null ? null : partner.getName());
    model.put("roles", partner == null ? Choices.STAFF_ROLES : Choices.PARTNER_ROLES);
    model.put("languages", Choices.LANGUAGES);
    return new Page("account/invite.html", model);
  }
}
