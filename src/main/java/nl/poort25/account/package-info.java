/**
 * People and organisations: partners, their customers, accounts with their {@link Role roles},
 * invitations, and the pages on which staff and partner administrators look after them.
 *
 * <p>Main types: {@link Account}, {@link Partner}, {@link Customer}; {@link CurrentUser} gives a
 * resource the signed-in user and the {@link Scope} of data that he may see, without which no
 * look-up elsewhere works; {@link Acknowledgement} is who acknowledged which version of the policy
 * (1.2).
 *
 * <p>How somebody signs in is in login, above; what it stores in an account (password hash, TOTP
 * secret, recovery codes) changes by the verbs of {@link Account} here.
 *
 * <p>Asks: nothing of any feature; the log of audit and the mail of outbox are below it. What
 * somebody has in hand it asks of ticket by an interface declared here.
 *
 * <p>One idea in many files: who there is and what he may do; half of them are the pages and audit
 * acts of accounts, partners and customers, which share roles and scope.
 */
package nl.poort25.account;
