package nl.poort25.exemption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.poort25.exemption.ExemptionAct.ExemptionDecided;
import nl.poort25.outbox.MailListArgument;
import nl.poort25.policy.Article;
import nl.poort25.text.Text;
import nl.poort25.text.Texts;
import nl.poort25.text.Truncation;

/**
 * What the mail of an approval says: what was granted, what was not and why (4.11), and which rules
 * were set aside (1.1).
 */
record DecisionLetter(ExemptionDecided act, Texts texts, Locale locale) {
  /** The page has all of it. */
  private static final int MOST_LINES = 20;

  private static final int LONGEST = 250;
  private static final int LONGEST_REASON = 1000;

  Map<String, String> values() {
    var values = new HashMap<String, String>();
    values.put("reason", orDash(act.decision().getReason()));
    values.put("grantedLines", lines(of(false), texts, locale));
    values.put("refusedLines", list(of(true), this::refused, texts, locale));
    values.put(
        "overruledLines", list(act.decision().getOverrulings(), this::overruled, texts, locale));
    return values;
  }

  private List<Opening> of(boolean declined) {
    return act.lines().stream().filter(line -> line.isDeclined() == declined).toList();
  }

  private String refused(Opening line) {
    var why = line.getRefusal();
    return words(
        "exemption.letter.refused",
        line.getFlow().words(),
        Truncation.to(LONGEST, why.getReason()),
        cited(why.getCites(), texts, locale),
        Truncation.to(LONGEST, why.getCure()));
  }

  private String overruled(Overruling overruling) {
    return words(
        "exemption.letter.overruled",
        overruling.title(),
        overruling.getRule().cites().text(),
        Truncation.to(LONGEST, overruling.getReason()));
  }

  private String words(String key, Object... arguments) {
    return texts.in(locale, Text.of(key, arguments));
  }

  /** From and to, one a line. */
  static String lines(List<Opening> lines, Texts texts, Locale locale) {
    return list(lines, line -> line.getFlow().words(), texts, locale);
  }

  private static <T> String list(
      List<T> all, Function<T, String> word, Texts texts, Locale locale) {
    var items = new ArrayList<>(all.stream().limit(MOST_LINES).map(word).toList());
    if (all.size() > MOST_LINES) {
      int more = all.size() - MOST_LINES;
      items.add(texts.in(locale, Text.of("exemption.letter.more", more)));
    }
    if (items.isEmpty()) {
      items.add(texts.in(locale, Text.of("exemption.letter.none")));
    }
    return MailListArgument.of(items);
  }

  /** Articles as the policy is cited, with what they are about. */
  static String cited(Collection<Article> articles, Texts texts, Locale locale) {
    return articles.stream()
        .sorted()
        .map(
            article ->
                texts.in(locale, article.parts().get(0).text())
                    + ": "
                    + texts.in(locale, article.title()))
        .collect(Collectors.joining("; "));
  }

  static String orDash(String text) {
    return text == null ? "–" : Truncation.to(LONGEST_REASON, text);
  }
}
