package nl.poort25.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import nl.poort25.account.Role;
import nl.poort25.account.SignedInUser;
import nl.poort25.text.Bundle;
import org.junit.jupiter.api.Test;

class FirstVisitTest {
  private static List<String> toDo(FirstVisit visit) {
    return visit.steps().stream().filter(s -> !s.done()).map(FirstVisit.Step::name).toList();
  }

  private static SignedInUser visitor(boolean secondFactor, Role... roles) {
    return new SignedInUser(1, "S", "s@x.example", 1L, "X", Set.of(roles), "nl", secondFactor);
  }

  @Test
  void whatIsDoneIsTicked() {
    var admin = visitor(true, Role.PARTNER_ADMIN);
    assertEquals(List.of("domain", "port"), toDo(FirstVisit.of(admin, true, true)));
    assertEquals(5, FirstVisit.of(admin, true, true).steps().size());
    assertEquals(
        List.of("factor", "connections", "colleagues", "domain", "port"),
        toDo(FirstVisit.of(visitor(false, Role.PARTNER_ADMIN), false, false)));
  }

  @Test
  void onlyWhoLooksAfterAccountsInvites() {
    assertEquals(
        List.of("factor", "connections", "domain", "port"),
        toDo(FirstVisit.of(visitor(false), false, false)));
  }

  @Test
  void eachStepHasItsTexts() {
    var all = FirstVisit.of(visitor(false, Role.PARTNER_ADMIN), false, false).steps();
    for (var step : all) {
      for (var text : List.of(step.title(), step.why(), step.button())) {
        assertTrue(Bundle.DUTCH.texts().containsKey(text.key()), text.key());
      }
    }
  }
}
