package nl.poort25.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ContractTermsTest {
  @Test
  void theTermsThatThePolicyMentionsHaveATextInEachLanguage() {
    var terms = ContractTerms.parse("sale | https://example.nl/terms.pdf");
    assertTrue(terms.mentioned());
    assertEquals("https://example.nl/terms.pdf", terms.link());
    assertEquals("policy.contract.sale", terms.text("CBG Connect").key());
  }

  @Test
  void otherTermsAreShownAsTheyAreWritten() {
    var terms = ContractTerms.parse("Huisregels datacenter");
    assertFalse(terms.mentioned());
    assertEquals(new ContractTerms("Huisregels datacenter", null), terms);
  }
}
