/**
 * Signing in and staying signed in: passwords and their rules, the second factor, sessions as rows,
 * what is done against guessing, and the pages for it. Who the people are is the account package.
 */
package nl.poort25.login;
