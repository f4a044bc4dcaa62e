/**
 * Partners, their customers, accounts and roles; login, second factor, invitation and reset links;
 * the current user.
 */
package nl.poort25.account;
