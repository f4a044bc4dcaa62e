package nl.poort25.overview;

import java.util.ArrayList;
import java.util.List;
import nl.poort25.account.SignedInUser;
import nl.poort25.text.Text;

/** What a partner does first, as long as nothing is known of him: his home page as a checklist. */
record FirstVisit(List<Step> steps) {
  /**
   * One thing to do.
   *
   * @param name of its texts, under {@code domain.home.first}
   * @param href where it is done
   */
  record Step(String name, String href, boolean done) {
    public Text title() {
      return Text.of("domain.home.first." + name);
    }

    public Text why() {
      return Text.of("domain.home.first." + name + ".why");
    }

    public Text button() {
      return Text.of("domain.home.first." + name + ".button");
    }
  }

  /**
   * Inviting is for who looks after the accounts.
   *
   * @param connected whether a connection of the partner is known
   * @param colleagues whether somebody else has an account
   */
  static FirstVisit of(SignedInUser visitor, boolean connected, boolean colleagues) {
    var steps = new ArrayList<Step>();
    steps.add(new Step("factor", "/account/second-factor", visitor.secondFactor()));
    steps.add(new Step("connections", "/connections", connected));
    if (visitor.partnerAdmin()) {
      steps.add(new Step("colleagues", "/colleagues/new", colleagues));
    }
    steps.add(new Step("domain", "/domains/new", false));
    steps.add(new Step("port", "/exemptions/new", false));
    return new FirstVisit(steps);
  }
}
