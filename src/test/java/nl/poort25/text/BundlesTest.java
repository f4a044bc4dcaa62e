package nl.poort25.text;

import static com.google.common.collect.Iterables.getLast;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.Iterables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.Test;

/** Holds the two message bundles together, and both with the templates and classes. */
class BundlesTest {
  /** What a setting decides, said by hand: another provider's portal would say it falsely. */
  private static final Pattern SAID_BY_HAND =
      Pattern.compile(
          "\\b(\\d+|twee|two|tweede|second) (mail ?servers?|werkdag(en)?|working days?)\\b"
              + "|(hoogstens|maximaal|at most) (2|twee|two) "
              + "|(boven|above) \\d+\\b|\\b\\d+ %relay|\\b(een|a) /\\d"
              + "|eens per jaar|once a year|RoutIT|routit|IRMA|\\b1[0-9]:00\\b");

  // PolicyTest holds these two families against the articles and the rules
  private static final Pattern POLICY =
      Pattern.compile("policy\\.\\d+-\\d+\\.\\w+|[A-Z]\\w*\\.[A-Z]\\w*\\.\\w+");

  // mails have named places, which the outbox fills in; MailTextsTest looks after them
  private static final Pattern MAIL = Pattern.compile("mail\\..*|outbox\\.footer");

  /**
   * The sections of a bundle, one a feature: what the first part of a key may be, in their order.
   */
  private static final List<String> SECTIONS =
      List.of(
          ("setting web policy act audit mail outbox round account notification network NetworkRule mail-server"
                  + " MailServerRule registration RegistrationRule TransferRule domain mx"
                  + " mailservice MailServiceRule ticket exemption ExemptionRule DecisionRule"
                  + " abuse AbuseRule enforcement point backoffice search address")
              .split(" "));

  private static final List<String> TEMPLATES = files("webapp/WEB-INF/views", ".html");
  private static final List<String> CLASSES = files("src/main/java", ".java");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertEquals(
        String.join("\n", Bundle.DUTCH.texts().keySet()),
        String.join("\n", Bundle.ENGLISH.texts().keySet()));
  }

  @Test
  void bothAreWrittenInTheSameOrder() {
    assertEquals(
        String.join("\n", Bundle.DUTCH.keysInOrder()),
        String.join("\n", Bundle.ENGLISH.keysInOrder()));
  }

  @Test
  void whatBelongsTogetherStandsTogether() {
    assertEquals(
        SECTIONS,
        runs(Bundle.DUTCH.keysInOrder().stream().map(key -> key.substring(0, key.indexOf('.')))),
        "a key stands in the section that its first part names");
    assertEquals(
        List.of(),
        twiceIn(
            runs(
                Bundle.DUTCH.keysInOrder().stream()
                    .map(key -> key.split("\\."))
                    .map(part -> part[0] + (part.length > 2 ? "." + part[1] : "")))),
        "keys with the same first two parts stand together, those of two parts apart");
  }

  @Test
  void noKeyIsWrittenTwice() {
    assertAll(Bundle.BOTH.stream().map(b -> () -> assertEquals(List.of(), b.writtenTwice())));
  }

  @Test
  void bothLanguagesTakeTheSameArguments() {
    var placeholder = Pattern.compile("\\{(\\d+)");
    assertNone(
        "takes other arguments in Dutch than in English",
        key ->
            !all(placeholder, Bundle.DUTCH.texts().get(key))
                .equals(all(placeholder, Bundle.ENGLISH.texts().getOrDefault(key, ""))));
  }

  @Test
  void everyTextIsAMessageFormat() {
    for (Bundle bundle : Bundle.BOTH) {
      bundle.texts().entrySet().stream()
          .filter(text -> !MAIL.matcher(text.getKey()).matches())
          .forEach(
              text -> assertDoesNotThrow(() -> new MessageFormat(text.getValue()), text.getKey()));
    }
  }

  @Test
  void noTextIsEmptyOrHasAStraightApostrophe() {
    assertNone(
        "is empty, or has ' (which MessageFormat swallows): write \u2019",
        key -> Bundle.BOTH.stream().map(b -> b.texts().get(key)).anyMatch(BundlesTest::spoilt));
  }

  @Test
  void everyTokenIsOneThatTheSettingsFillIn() {
    var token = Pattern.compile("%[\\w.]+%");
    for (var locale : List.of(Languages.DUTCH, Languages.ENGLISH)) {
      var texts = new Texts(new Settings(key -> Optional.empty()));
      assertNone(
          "has a token that Wording does not know",
          key -> token.matcher(texts.pattern(locale, key)).find());
    }
  }

  @Test
  void noTextSaysByHandWhatASettingDecides() {
    assertNone(
        "says what a setting decides: take a token of Wording",
        key ->
            !key.startsWith("setting.count.")
                && Bundle.BOTH.stream()
                    .map(b -> b.texts().getOrDefault(key, ""))
                    .anyMatch(text -> SAID_BY_HAND.matcher(text).find()));
  }

  @Test
  void everyKeyThatATemplateOrClassNamesExists() {
    var named = new TreeSet<String>();
    for (String template : TEMPLATES) {
      named.addAll(all(Pattern.compile("#\\{([\\w.-]+)[(}]"), template));
      named.addAll(all(Pattern.compile("\\bt\\.of\\('([\\w.-]+)'[,)]"), template));
    }
    for (String source : CLASSES) {
      named.addAll(all(Pattern.compile("\\bText\\.of\\(\\s*\"([\\w.-]+)\"\\s*[,)]"), source));
    }
    named.removeAll(Bundle.DUTCH.texts().keySet());
    assertEquals(Set.of(), named, "add these keys to both bundles");
  }

  @Test
  void everyKeyIsUsed() {
    var literals = new TreeSet<String>();
    var prefixes = new TreeSet<String>();
    for (String source : Iterables.concat(TEMPLATES, CLASSES)) {
      literals.addAll(all(Pattern.compile("[\"'#{]([\\w-]+(?:\\.[\\w-]+)+)[\"'(}]"), source));
      prefixes.addAll(all(Pattern.compile("[\"'](\\w[\\w-]*(?:\\.[\\w-]+)+)\\.[\"']"), source));
      prefixes.addAll(all(Pattern.compile("\\.name\\(\\s*[\"']([\\w.-]+)[\"'],"), source));
      prefixes.addAll(all(Pattern.compile("Choice\\.\\w+\\(\\w+, \"([\\w.-]+)\""), source));
      // a mail is named by the part between "mail." and ".subject"
      all(Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\""), source)
          .forEach(template -> prefixes.add("mail." + template));
    }
    assertNone(
        "is not used: remove it, or put it together from a literal of at least its first two"
            + " parts (\"policy.version.\" + id)",
        key ->
            !POLICY.matcher(key).matches()
                && !MAIL.matcher(key).matches()
                && !literals.contains(key)
                && prefixes.stream().noneMatch(prefix -> key.startsWith(prefix + ".")));
  }

  private static List<String> runs(Stream<String> names) {
    var runs = new ArrayList<String>();
    names.filter(name -> runs.isEmpty() || !name.equals(getLast(runs))).forEach(runs::add);
    return runs;
  }

  private static List<String> twiceIn(List<String> names) {
    return names.stream().filter(name -> Collections.frequency(names, name) > 1).toList();
  }

  private static boolean spoilt(String text) {
    return text != null && (text.isBlank() || text.indexOf('\'') >= 0);
  }

  private static void assertNone(String fault, Predicate<String> faulty) {
    var found = Bundle.DUTCH.texts().keySet().stream().filter(faulty).toList();
    assertEquals(List.of(), found, fault);
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static List<String> files(String root, String suffix) {
    try (var paths = Files.walk(Path.of(root))) {
      return paths.filter(path -> path.toString().endsWith(suffix)).map(BundlesTest::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
