package nl.poort25.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import nl.poort25.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailQueueTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private final TestDatabase database = new TestDatabase(OutboxMail.class);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void bootstraps() {
    database.run(
        em ->
            em.persist(
                new OutboxMail(
                    "<1@x>", "a@b.example", "nl", "test", Map.of("a", "b"), "Over b", NOW)));
    database.run(
        em -> {
          var queue = new MailQueue(() -> NOW);
          queue.em = em;
          assertEquals("b", queue.claim().get().getArguments().get("a"));
        });
  }
}
