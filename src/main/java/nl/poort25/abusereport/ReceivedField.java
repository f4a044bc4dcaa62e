package nl.poort25.abusereport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.poort25.network.Cidr;

/**
 * What a Received field says of where the message came from. RFC 5321 4.4 wants the address in
 * square brackets within round ones; many servers write it in other ways. What the client called
 * itself (HELO) is no evidence and counts only where nothing else has an address.
 *
 * @param from whether it came from another host: without, it is a step within one
 * @param addresses that the server names
 */
record ReceivedField(boolean from, List<Cidr> addresses) {
  private static final Pattern FROM = Pattern.compile("(?i)\\s*from\\s+\\S+");
  private static final Pattern BY = Pattern.compile("(?i)\\sby(?=\\s)");
  private static final Pattern HELO = Pattern.compile("(?i)\\b[he]{2}lo(?:=|\\s)\\s*[^\\s()]+");
  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]\\s]{2,60}](?::[0-9]{1,5})?");
  private static final Pattern BETWEEN = Pattern.compile("[\\s()@=,;<>]+");

  /** Steps that a server of its own makes, or a browser: they name no client. */
  private static final Pattern INSIDE =
      Pattern.compile("(?i)\\swith\\s+(local|lmtp|utf8lmtp|http|mapi)[a-z]*(?![a-z])");

  private static final int MOST_ADDRESSES = 10;

  static ReceivedField of(String field) {
    var from = FROM.matcher(field);
    if (!from.lookingAt()) {
      return new ReceivedField(false, List.of());
    }
    String said = HELO.matcher(fromPart(field, from.end())).replaceAll(" ");
    var comments = new StringBuilder();
    var plain = new StringBuilder();
    split(said, comments, plain);
    var addresses = addresses(comments.toString());
    if (addresses.isEmpty()) {
      addresses = addresses(plain.toString());
    }
    boolean inside = addresses.isEmpty() && INSIDE.matcher(field).find();
    return new ReceivedField(!inside, addresses);
  }

  boolean isKnown() {
    return !from || !addresses.isEmpty();
  }

  /**
   * Up to "by", behind which the server names itself, and not within round brackets.
   *
   * @param name where the name behind "from" ends
   */
  private static String fromPart(String field, int name) {
    var matcher = BY.matcher(field);
    int first = -1;
    int depth = 0;
    int at = 0;
    for (boolean is = matcher.find(name); is; is = matcher.find()) {
      for (; at < matcher.start(); at++) {
        char c = field.charAt(at);
        depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
      }
      if (depth == 0) {
        return field.substring(0, matcher.start());
      }
      first = first < 0 ? matcher.start() : first;
    }
    return first < 0 ? field : field.substring(0, first);
  }

  private static void split(String text, StringBuilder comments, StringBuilder plain) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
      (depth > 0 ? comments : plain).append(c == '(' || c == ')' ? ' ' : c);
    }
  }

  /**
   * In square brackets, or else bare: a name in front of the brackets is the client's to choose.
   */
  private static List<Cidr> addresses(String text) {
    var found = new ArrayList<Cidr>();
    var matcher = BRACKETS.matcher(text.toLowerCase(Locale.ROOT));
    while (found.size() < MOST_ADDRESSES && matcher.find()) {
      AddressLiteral.of(matcher.group()).ifPresent(literal -> found.add(literal.address()));
    }
    if (found.isEmpty()) {
      BETWEEN
          .splitAsStream(text)
          .flatMap(word -> AddressLiteral.of(word).stream())
          .limit(MOST_ADDRESSES)
          .forEach(literal -> found.add(literal.address()));
    }
    return found;
  }
}
