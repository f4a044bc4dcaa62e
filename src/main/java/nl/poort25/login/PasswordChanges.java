package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.account.AccountAct;
import nl.poort25.account.Accounts;
import nl.poort25.account.EmailAddress;
import nl.poort25.account.LinkPurpose;
import nl.poort25.account.PersonalLinks;
import nl.poort25.audit.Act;
import nl.poort25.audit.Actor;
import nl.poort25.outbox.Outbox;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.FormErrors;

/**
 * Sets the first or a new password of an account; its sessions and its other links end. The hash is
 * made before, outside the transaction.
 */
@ApplicationScoped
class PasswordChanges {
  @Inject Accounts accounts;
  @Inject PersonalLinks links;
  @Inject Outbox outbox;
  @Inject Actor actor;
  @Inject Event<Act> acts;
  @Inject Settings settings;

  /**
   * Adds what is wrong with a new password for that account.
   *
   * @param name of its owner, as he has just typed it, or null
   */
  void check(FormErrors errors, String field, String password, String email, String name) {
    var names = List.of("Poort 25", "Poort25", settings.text(Setting.PROVIDER_NAME));
    var around = new ArrayList<>(accounts.namesAround(email));
    if (name != null) {
      around.add(name);
    }
    PasswordPolicy.refusal(password, new EmailAddress(email), names, around)
        .ifPresent(text -> errors.add(field, text));
  }

  /** By somebody who is signed in and has just given the old one. */
  @Transactional
  Account change(long accountId, String hash) {
    var account = accounts.locked(accountId);
    account.setPassword(hash);
    links.dropAll(account);
    acts.fire(new AccountAct.PasswordChanged(account));
    tell(account);
    return account;
  }

  /** By the link of an invitation; empty where that is no good any more. */
  @Transactional
  Optional<Account> accept(String token, String name, String hash) {
    return by(LinkPurpose.INVITATION, token, hash)
        .map(
            account -> {
              account.changeProfile(name, account.getLanguage());
              acts.fire(new AccountAct.InvitationAccepted(account));
              return account;
            });
  }

  /** By a link from a mail that somebody asked for; empty where that is no good any more. */
  @Transactional
  Optional<Account> reset(String token, String hash) {
    return by(LinkPurpose.PASSWORD_RESET, token, hash)
        .map(
            account -> {
              acts.fire(new AccountAct.PasswordReset(account));
              tell(account);
              return account;
            });
  }

  private Optional<Account> by(LinkPurpose purpose, String token, String hash) {
    return links
        .use(purpose, token)
        .map(
            account -> {
              account.setPassword(hash);
              actor.actAs(account.getId(), account.getName(), account.isStaff());
              return account;
            });
  }

  @Transactional
  void hashAnew(Account known, String hash) {
    var account = accounts.locked(known.getId());
    if (account.getStamp() == known.getStamp()) {
      account.replacePasswordHash(hash);
    }
  }

  private void tell(Account account) {
    outbox.write(
        account.getEmail(),
        account.getLanguage(),
        "password-changed",
        Map.of("name", account.getName()));
  }
}
