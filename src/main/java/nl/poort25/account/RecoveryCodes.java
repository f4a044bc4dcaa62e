package nl.poort25.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unused recovery codes of an account as hashes; each replaces the second factor once.
 *
 * @param salt one for the ten, so that a typed code is hashed once and not ten times
 */
public record RecoveryCodes(String salt, List<String> hashes) {
  /** Codes just made: the only moment at which they can be read. */
  public record Fresh(List<String> shown, RecoveryCodes stored) {}

  private static final int CODES = 10;
  private static final int GROUPS = 3;
  private static final int GROUP = 4;

  /**
   * Without pairs that look alike on paper (0 o, 1 l, 2 z, 5 s, 8 b, 9 g q), and no vowels: no
   * words.
   */
  private static final String ALPHABET = "23456789cdfhjkmnprtvwxy";

  private static final Pattern TYPED =
      Pattern.compile("[" + ALPHABET + "]{" + GROUPS * GROUP + "}");

  /** With 54 random bits this puts trying them all at some 2^68 rounds. */
  private static final int ROUNDS = 20_000;

  private static final SecureRandom RANDOM = new SecureRandom();

  public RecoveryCodes {
    hashes = List.copyOf(hashes);
  }

  public static Fresh generate() {
    String salt = Base64.getEncoder().encodeToString(PasswordHashes.random(32));
    var shown = new ArrayList<String>();
    var hashes = new ArrayList<String>();
    for (int i = 0; i < CODES; i++) {
      String code = code();
      shown.add(code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"));
      hashes.add(hash(salt, code));
    }
    return new Fresh(List.copyOf(shown), new RecoveryCodes(salt, hashes));
  }

  /**
   * What is left when this code is used; empty if it is none of them. Case and hyphens are free.
   */
  public Optional<RecoveryCodes> use(String typed) {
    if (typed == null || typed.length() > 100) {
      return Optional.empty();
    }
    String code = typed.replaceAll("[\\s\\p{Z}\\p{Pd}]", "").toLowerCase(Locale.ROOT);
    if (!TYPED.matcher(code).matches()) {
      return Optional.empty();
    }
    byte[] given = Base64.getDecoder().decode(hash(salt, code));
    var left = new ArrayList<String>();
    for (String hash : hashes) {
      if (!MessageDigest.isEqual(Base64.getDecoder().decode(hash), given)) {
        left.add(hash);
      }
    }
    return left.size() < hashes.size()
        ? Optional.of(new RecoveryCodes(salt, left))
        : Optional.empty();
  }

  public int left() {
    return hashes.size();
  }

  /** For one column of at most 600 characters; {@link #parse} reads it. */
  String stored() {
    return salt + ":" + String.join(",", hashes);
  }

  public static RecoveryCodes parse(String stored) {
    int colon = stored.indexOf(':');
    String hashes = stored.substring(colon + 1);
    return new RecoveryCodes(
        stored.substring(0, colon), hashes.isEmpty() ? List.of() : List.of(hashes.split(",")));
  }

  private static String code() {
    var code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  private static String hash(String salt, String code) {
    byte[] hash = PasswordHashes.derive(code, Base64.getDecoder().decode(salt), ROUNDS);
    return Base64.getEncoder().encodeToString(hash);
  }
}
