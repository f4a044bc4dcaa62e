package nl.poort25.network;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import nl.poort25.domainname.RandomText;

/** Addresses by chance, and of what one may be mistyped; the same at each run. */
public final class RandomAddresses {
  private static final String[] PIECES = {
    "0",
    "1",
    "25",
    "255",
    "256",
    "01",
    "0x7f",
    "127",
    "a",
    "db8",
    "fe80",
    "2001:",
    "ffff:",
    ":",
    "::",
    ".",
    "..",
    "192.0.2.",
    "192.0.2.1",
    "[",
    "]",
    "%",
    "%eth0",
    "/",
    "/24",
    ":25",
    "@",
    "-",
    "_",
    "*",
    " ",
    "\n",
    "\0",
    "+",
    "mail",
    ".klant.nl",
    "ü",
    "。",
    "١",
    "１",
    "\uD800",
    "\u202E",
    "\u200B"
  };

  private RandomAddresses() {}

  /** Pieces of addresses and of what is none, and more of them, for {@link RandomText#of}. */
  public static String[] piecesWith(String... more) {
    return Stream.concat(Arrays.stream(PIECES), Arrays.stream(more)).toArray(String[]::new);
  }

  /** Of both versions. */
  public static Stream<IPAddress> all() {
    var random = new Random(25);
    return Stream.generate(
            () -> {
              byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
              random.nextBytes(bytes);
              return new IPAddressGenerator().from(bytes);
            })
        .limit(RandomText.TIMES);
  }
}
