package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DeploymentWatchdogTest {
  @Test
  void saysEachReasonOnceFromTheOutermostToTheFirst() {
    var first = new IllegalStateException("the database is away");
    var wrapped = new IllegalStateException(first);
    assertEquals(
        "it cannot be deployed; because: the database is away",
        DeploymentWatchdog.reason(new RuntimeException("it cannot be deployed", wrapped)));
  }

  @Test
  void keepsASentenceThatHasItsReasonInIt() {
    var first = new IllegalStateException("refused");
    assertEquals(
        "the database cannot be reached: refused",
        DeploymentWatchdog.reason(
            new IllegalStateException("the database cannot be reached: refused", first)));
  }

  @Test
  void namesWhatSaysNothing() {
    assertEquals(
        "java.lang.NullPointerException", DeploymentWatchdog.reason(new NullPointerException()));
  }
}
