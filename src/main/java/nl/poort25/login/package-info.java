/**
 * Signing in: password, second factor (TOTP and recovery codes), sessions by cookie, links that set
 * a password, and how failed attempts are throttled.
 *
 * <p>Main types: {@link LoginResource} and {@link SignIn} (the way in), {@link PasswordCheck},
 * {@link LoginThrottle} (pauses), {@link Session} and {@link Sessions} (rows, so that a lock or
 * lost role counts from the next request on, on every node), {@link SessionMechanism} (tells the
 * container who is signed in), {@link KnownBrowsers}.
 *
 * <p>A form that arrives after its session has ended is kept, encrypted, until the same account has
 * signed in again; one that is sent once more does nothing more ({@link DoneForms}).
 *
 * <p>Asks: {@code account} for accounts and their verbs; for mail and the log it has outbox and
 * audit. Packages above take the user from account's {@code CurrentUser}; of login they use {@link
 * RequestSession} only, for a secret that the next page shows once.
 */
package nl.poort25.login;
