package nl.poort25.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.poort25.setting.Settings;
import nl.poort25.text.Languages;
import nl.poort25.text.Texts;
import org.junit.jupiter.api.Test;

class ArticleTest {
  private static final Texts TEXTS = new Texts(new Settings(key -> Optional.empty()));

  @Test
  void hasTheNumberOfItsName() {
    assertEquals("3.10", Article.A3_10.number());
    assertEquals("art-3-10", Article.A3_10.anchor());
  }

  @Test
  void numbersRunThroughEachChapter() {
    Map<Character, Long> perChapter =
        Arrays.stream(Article.values())
            .collect(Collectors.groupingBy(a -> a.number().charAt(0), Collectors.counting()));
    assertEquals(Map.of('1', 5L, '2', 5L, '3', 12L, '4', 14L), perChapter);
    assertEquals(
        Arrays.asList(Article.values()),
        Arrays.stream(Section.values()).flatMap(s -> s.articles().stream()).toList());
  }

  @Test
  void theContractIsCitedByItsChapter() {
    assertCited(Article.A3_11.policy(), "beleid, hoofdstuk 3", "policy, chapter 3");
    assertCited(Article.A1_3.policy(), "beleid, versieoverzicht", "policy, version log");
  }

  @Test
  void aKindOfExemptionIsCitedByItsNumber() {
    assertCited(
        Article.A4_2.policy(),
        "beleid, hoofdstuk 4, uitzondering 1",
        "policy, chapter 4, exemption 1");
    assertCited(
        Article.A4_4.policy(),
        "beleid, hoofdstuk 4, uitzondering 3",
        "policy, chapter 4, exemption 3");
  }

  @Test
  void whatThePortalDecidesIsCitedAsItsOwn() {
    assertCited(Article.A4_5.portal(), "portaalregel 4.5", "portal rule 4.5");
    assertCited(Article.A3_2.portal(), "portaalregel 3.2", "portal rule 3.2");
  }

  @Test
  void aPortalRuleCannotBeCitedAsPolicyNorTheReverse() {
    assertThrows(IllegalStateException.class, () -> Article.A3_4.policy());
    assertThrows(IllegalStateException.class, () -> Article.A3_1.portal());
    assertThrows(
        IllegalArgumentException.class, () -> new Citation(Article.A3_4, ArticleSource.CHAPTER_3));
  }

  @Test
  void aMixedArticleSaysThePolicyFirst() {
    assertEquals(List.of(Article.A3_2.policy(), Article.A3_2.portal()), Article.A3_2.parts());
    assertEquals("policy.3-2.text", Article.A3_2.policy().wording().key());
    assertEquals("policy.3-2.portal", Article.A3_2.portal().wording().key());
  }

  @Test
  void staffMayOverruleEverythingButTheInvestigation() {
    assertTrue(Article.A4_13.canBeOverruled());
    assertFalse(Article.A4_14.canBeOverruled());
  }

  @Test
  void theCurrentVersionIsTheLastOne() {
    assertEquals("2016-12-19", PolicyVersion.current().id());
  }

  private static void assertCited(Citation citation, String dutch, String english) {
    assertEquals(dutch, TEXTS.in(Languages.DUTCH, citation.text()));
    assertEquals(english, TEXTS.in(Languages.ENGLISH, citation.text()));
  }
}
