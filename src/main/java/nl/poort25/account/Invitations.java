package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.FormParam;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.poort25.audit.Act;
import nl.poort25.outbox.Outbox;
import nl.poort25.text.Languages;
import nl.poort25.web.Conflict;
import nl.poort25.web.FormErrors;
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
  @Inject Outbox outbox;
  @Inject InstantSource clock;
  @Inject Event<Act> acts;

  /** A form that can be taken. */
  record Invitation(String name, String email, Set<Role> roles, String language) {}

  /**
   * Empty, and errors, where the form cannot be taken.
   *
   * @param partner null for staff
   */
  Optional<Invitation> read(Form form, Partner partner, FormErrors errors) {
    String name = NameField.checkForMail(errors, "name", form.name, null);
    String email = null;
    try {
      email = EmailAddress.parse(form.email).key();
      if (isAmong(partner, email)) {
        errors.add("email", "account.invite.colleague");
      }
    } catch (EmailAddress.Malformed e) {
      errors.add("email", e.text());
    }
    var roles = Role.named(form.roles);
    if (!Role.areValid(roles, partner == null)) {
      errors.add("role", "web.form.choose");
    }
    return errors.isEmpty()
        ? Optional.of(
            new Invitation(name, email, roles, Languages.of(form.language).toLanguageTag()))
        : Optional.empty();
  }

  /** Whether that side has invited the address already: who invites sees those in his list. */
  private boolean isAmong(Partner partner, String email) {
    boolean own =
        accounts
            .byEmail(email)
            .filter(
                a ->
                    partner == null
                        ? a.isStaff()
                        : !a.isStaff() && a.getPartner().getId().equals(partner.getId()))
            .isPresent();
    return own
        || (partner != null
            && accounts.byEmail(email + Account.STAND_IN + partner.getId()).isPresent());
  }

  /**
   * Empty, and errors, where the form cannot be taken, also because the address has an account
   * elsewhere: staff sees all accounts anyway.
   *
   * @param partner null for staff
   */
  @Transactional(TxType.MANDATORY)
  Optional<Account> byStaff(Form form, Partner partner, FormErrors errors) {
    var asked = read(form, partner, errors);
    if (asked.isPresent() && accounts.byEmail(asked.get().email()).isPresent()) {
      errors.add("email", "account.invite.taken");
      return Optional.empty();
    }
    return asked.map(a -> make(a, partner));
  }

  /** The same for whoever invites, whether or not the address has an account elsewhere. */
  void byPartner(Invitation asked, Partner partner) {
    var elsewhere = accounts.byEmail(asked.email());
    if (elsewhere.isEmpty()) {
      make(asked, partner);
      return;
    }
    var standIn =
        Account.standIn(
            partner, asked.email(), asked.name(), asked.roles(), asked.language(), clock.instant());
    em.persist(standIn);
    acts.fire(new AccountAct.AccountInvited(standIn));
    tellOwner(elsewhere.get(), partner);
  }

  private Account make(Invitation asked, Partner partner) {
    var account =
        new Account(
            partner, asked.email(), asked.name(), asked.roles(), asked.language(), clock.instant());
    em.persist(account);
    acts.fire(new AccountAct.AccountInvited(account));
    mails.send(account, LinkPurpose.INVITATION);
    return account;
  }

  /** Once a day: a stranger's invitations must not fill his mailbox. */
  private void tellOwner(Account owner, Partner partner) {
    var yesterday = clock.instant().minus(Duration.ofDays(1));
    if (!Accounts.isLockedOut(owner)
        && !outbox.hasWritten(owner.getEmail(), "invitation-elsewhere", yesterday)) {
      outbox.write(
          owner.getEmail(),
          owner.getLanguage(),
          "invitation-elsewhere",
          Map.of("name", owner.getName(), "organisation", partner.getName()));
    }
  }

  /** Another mail, for who has lost the first or let it expire. */
  void again(Account account) {
    if (account.isStandIn() && !Accounts.isLockedOut(account)) {
      acts.fire(new AccountAct.InvitationSentAgain(account));
      accounts.byEmail(account.getEmail()).ifPresent(o -> tellOwner(o, account.getPartner()));
      return;
    }
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
    return Page.of("account/invite.html")
        .with("form", form)
        .with("errors", errors)
        .with("action", action)
        .with("back", back)
        .with("partner", partner == null ? null : partner.getName())
        .with("roles", partner == null ? AccountChoices.STAFF_ROLES : AccountChoices.PARTNER_ROLES)
        .with("languages", AccountChoices.LANGUAGES);
  }
}
