package nl.poort25.policy;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.PortalClasses;
import nl.poort25.database.StoredNames;
import nl.poort25.text.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Holds articles, rules, texts and tests together; the conventions are in package-info. */
class PolicyTest {
  private static final List<Class<?>> RULES =
      PortalClasses.ALL.stream()
          .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
          .filter(Predicate.not(JavaClass::isAnonymousClass))
          .<Class<?>>map(JavaClass::reflect)
          .toList();

  @Test
  void everyArticleHasItsTextsAndNoOther() {
    var due = new TreeSet<String>();
    for (Article article : Article.values()) {
      due.add(article.title().key());
      article.parts().forEach(part -> due.add(part.wording().key()));
      if (article.kinds().contains(ArticleKind.STAFF)) {
        due.add(article.text("staff").key());
      }
    }
    for (Bundle bundle : Bundle.BOTH) {
      assertEquals(due, keys(bundle, "policy\\.\\d+-\\d+\\..+"));
    }
  }

  @Test
  void everyRuleHasItsTextsAndNoOther() {
    Set<String> due =
        rules()
            .flatMap(rule -> Stream.of(".title", ".violated", ".cure").map(rule.key()::concat))
            .collect(toCollection(TreeSet::new));
    for (Bundle bundle : Bundle.BOTH) {
      assertEquals(due, keys(bundle, "[A-Z]\\w*\\.[A-Z].*"));
    }
  }

  @Test
  void everyRuleCitesAnArticle() {
    rules().forEach(rule -> assertNotNull(rule.cites(), rule.key()));
  }

  @Test
  void rulesAreEnumsWithNamesOfTheirOwn() {
    assertEquals(
        List.of(),
        RULES.stream().filter(Predicate.not(Class::isEnum)).toList(),
        "make this rule a constant of its feature's enum");
    assertEquals(
        RULES.size(),
        RULES.stream().map(StoredNames::of).distinct().count(),
        "two enums of rules share a name, and so their texts");
  }

  @Test
  void everyRuleHasATestThatHoldsAndOneThatFails() {
    assertEquals(List.of(), RULES.stream().flatMap(type -> untested(type).stream()).toList());
  }

  @Test
  void findsTheTestsThatAreMissing() {
    assertEquals(
        List.of(
            "SampleRule.BELOW_TEN needs a test belowTenFails… in SampleRuleTest",
            "SampleRule.IS_EVEN needs a test isEvenHolds… in SampleRuleTest",
            "SampleRule.IS_EVEN needs a test isEvenFails… in SampleRuleTest"),
        untested(SampleRule.class));
  }

  @Test
  void findsThatTheTestClassIsMissing() {
    assertEquals(List.of("OrphanRule needs OrphanRuleTest"), untested(OrphanRule.class));
  }

  private enum OrphanRule {
    ALONE
  }

  private static Set<String> keys(Bundle bundle, String pattern) {
    return bundle.texts().keySet().stream()
        .filter(Pattern.compile(pattern).asMatchPredicate())
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<Rule<?>> rules() {
    return RULES.stream()
        .filter(Class::isEnum)
        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
        .map(constant -> (Rule<?>) constant);
  }

  private static List<String> untested(Class<?> rules) {
    String name = rules.getSimpleName();
    Set<String> tests;
    try {
      tests =
          Arrays.stream(Class.forName(rules.getName() + "Test").getDeclaredMethods())
              .filter(PolicyTest::isTest)
              .map(Method::getName)
              .collect(Collectors.toSet());
    } catch (ClassNotFoundException e) {
      return List.of(name + " needs " + name + "Test");
    }
    var missing = new ArrayList<String>();
    for (Object rule : rules.getEnumConstants()) {
      for (String outcome : List.of("Holds", "Fails")) {
        String start = camelCase(rule.toString()) + outcome;
        if (tests.stream().noneMatch(test -> test.startsWith(start))) {
          missing.add("%s.%s needs a test %s… in %sTest".formatted(name, rule, start, name));
        }
      }
    }
    return missing;
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  private static String camelCase(String constant) {
    return Pattern.compile("_(.)")
        .matcher(constant.toLowerCase(Locale.ROOT))
        .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }
}
