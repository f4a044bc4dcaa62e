package nl.poort25.login;

import inet.ipaddr.IPAddressString;
import java.time.Duration;
import java.time.Instant;
import nl.poort25.account.EmailAddress;
import nl.poort25.account.SecretToken;
import nl.poort25.web.Sha256;

/**
 * How many failed attempts count against one subject (an account, a known browser, an address) and
 * when the last one was. The count halves after each quiet quarter of an hour.
 *
 * @param count failures, as they were counted at {@code last}
 * @param last the last failure
 */
record LoginFailureCount(int count, Instant last) {
  static final LoginFailureCount NONE = new LoginFailureCount(0, Instant.EPOCH);

  /** Failures that still count at {@code now}: half as many after each quiet quarter of an hour. */
  int at(Instant now) {
    var quiet = Duration.between(last, now);
    if (quiet.isNegative()) {
      return count;
    }
    long halvings = quiet.dividedBy(LoginThrottle.HALVES_AFTER);
    return halvings >= Integer.SIZE ? 0 : count >> halvings;
  }

  /** From when on the row says nothing any more and may be deleted. */
  boolean isForgotten(Instant now) {
    return at(now) == 0;
  }

  /** Hashed: people type a password into the wrong field, and unknown accounts count as well. */
  static String account(String email) {
    return "account:" + Sha256.hex(EmailAddress.key(email));
  }

  static String secondFactor(long accountId) {
    return "second-factor:" + accountId;
  }

  static String secondFactor(SecretToken browser) {
    return "second-factor:" + browser.hash();
  }

  /** Whether or not there is such an account: the answer must not tell. */
  static String reset(String email) {
    return "reset:" + Sha256.hex(EmailAddress.key(email));
  }

  static String resetFrom(String text) {
    return "reset-from:" + address(text);
  }

  static String browser(SecretToken token) {
    return "browser:" + token.hash();
  }

  /** One customer has a whole IPv6 /64 at will. */
  static String address(String text) {
    var address = text == null || text.isBlank() ? null : new IPAddressString(text).getAddress();
    if (address == null || address.isMultiple()) {
      return "address:unknown";
    }
    if (address.isIPv4Convertible()) {
      address = address.toIPv4();
    }
    if (address.isIPv6()) {
      address = address.toPrefixBlock(64);
    }
    return "address:" + address.toCanonicalString();
  }
}
