package nl.poort25.domainname;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;

/** Splits a list of names that was pasted where one name is asked for. */
final class PastedNameList {
  private static final Splitter LIST =
      Splitter.on(CharMatcher.forPredicate(c -> TypedCharacters.isSeparator(c))).omitEmptyStrings();

  private PastedNameList() {}

  /** The names in it, also of web and mail addresses; other words do not count. */
  static List<String> in(String typed) {
    if (typed.chars().noneMatch(TypedCharacters::isSeparator)) {
      return List.of(); // one name, mostly
    }
    return LIST.splitToStream(typed).filter(PastedNameList::isName).toList();
  }

  private static boolean isName(String part) {
    String host = PastedHost.in(part).map(PastedHost::host).orElse(part);
    String text = TypedCharacters.repaired(host);
    try {
      return Idna.toAscii(text).indexOf('.') > 0;
    } catch (Idna.Refused e) {
      return false;
    }
  }
}
