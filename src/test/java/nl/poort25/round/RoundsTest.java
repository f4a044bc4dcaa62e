package nl.poort25.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {
  private static final Round OFTEN = Round.POINTS;
  private static final Round SELDOM = Round.CONFIRMATIONS;
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(3);
  private final OverdueRounds lateness = new OverdueRounds();
  private final GracefulShutdown stopping = new GracefulShutdown();
  private final Rounds rounds = new Rounds(lateness, stopping);
  private final AtomicLong passed = new AtomicLong();

  RoundsTest() {
    // what a managed one does beyond the other is of no matter here
    rounds.prompt =
        (ManagedScheduledExecutorService)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, given) -> method.invoke(timer, given));
    rounds.patient = rounds.prompt;
    lateness.nanos = () -> System.nanoTime() + passed.get();
  }

  @AfterEach
  void end() {
    timer.shutdownNow();
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(20, TimeUnit.SECONDS));
  }

  private void awaitTheEndOfAll() throws InterruptedException {
    timer.shutdown();
    assertTrue(timer.awaitTermination(20, TimeUnit.SECONDS));
  }

  private void pass(Duration time) {
    passed.addAndGet(time.toNanos());
  }

  @Test
  void oneThatFailsDoesNotStopTheNext() throws Exception {
    var third = new CountDownLatch(4);
    rounds.start(
        OFTEN,
        "this could not be done, as the test wants it",
        turn -> {
          third.countDown();
          if (third.getCount() == 3) {
            throw new IllegalStateException("of the round itself");
          }
          if (third.getCount() == 2) {
            throw new ExecutionException(new IllegalStateException("of what it waited for"));
          }
          throw new OutOfMemoryError("for one moment");
        });
    await(third);
  }

  @Test
  void stoppingLetsTheOneThatIsUnderWayGoOnAndInterruptsNothing() throws Exception {
    var under = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var begun = new AtomicInteger();
    var done = new AtomicBoolean();
    rounds.start(
        OFTEN,
        "this is not to be logged",
        turn -> {
          begun.incrementAndGet();
          under.countDown();
          goOn.await();
          done.set(!Thread.currentThread().isInterrupted());
        });
    await(under);
    rounds.stop();
    rounds.stop(); // as the container does after that
    goOn.countDown();
    awaitTheEndOfAll();
    assertTrue(done.get());
    assertEquals(1, begun.get());
  }

  @Test
  void anInterruptOfSomebodyElseLeavesNoFlagForWhatIsStoredNext() throws Exception {
    var flagged = new AtomicBoolean(true);
    var second = new CountDownLatch(2);
    rounds.start(
        SELDOM,
        "interrupted, as the test wants it",
        turn -> {
          second.countDown();
          if (second.getCount() == 1) {
            Thread.currentThread().interrupt();
            new CountDownLatch(1).await();
          }
          flagged.set(Thread.currentThread().isInterrupted());
        });
    timer.setCorePoolSize(1);
    rounds.now();
    rounds.now();
    await(second);
    awaitTheEndOfAll();
    assertFalse(flagged.get());
  }

  @Test
  void oneMoreComesAtOnceButNotBesideOneThatIsUnderWay() throws Exception {
    var under = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var begun = new AtomicInteger();
    rounds.start(
        SELDOM,
        "this is not to be logged",
        turn -> {
          begun.incrementAndGet();
          under.countDown();
          goOn.await();
        });
    rounds.now();
    await(under);
    rounds.now();
    rounds.stop();
    var third = timer.submit(() -> {});
    third.get(20, TimeUnit.SECONDS);
    goOn.countDown();
    awaitTheEndOfAll();
    assertEquals(1, begun.get());
  }

  @Test
  void oneThatHangsIsLateUntilItHasEnded() throws Exception {
    var under = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    rounds.start(
        SELDOM,
        "this is not to be logged",
        turn -> {
          under.countDown();
          goOn.await();
        });
    assertEquals(Set.of(), lateness.late());
    rounds.now();
    await(under);
    pass(SELDOM.first().plus(SELDOM.late()));
    pass(Duration.ofSeconds(1));
    assertEquals(Set.of(SELDOM), lateness.late());
    goOn.countDown();
    timer.shutdown();
    timer.awaitTermination(20, TimeUnit.SECONDS);
    assertEquals(Set.of(), lateness.late());
    pass(SELDOM.pause());
    assertEquals(Set.of(), lateness.late(), "the next one may still come");
    pass(SELDOM.late().plusSeconds(1));
    assertEquals(Set.of(SELDOM), lateness.late(), "and never came");
    rounds.stop();
    assertEquals(Set.of(), lateness.late());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThatFailsOrIsInVainIsLateAsWell(boolean fails) throws Exception {
    var gone = new CountDownLatch(1);
    rounds.start(
        SELDOM,
        "this could not be done, as the test wants it",
        turn -> {
          gone.countDown();
          turn.markInVain();
          if (fails) {
            throw new IllegalStateException("of the round itself");
          }
        });
    rounds.now();
    await(gone);
    pass(SELDOM.first().plus(SELDOM.late()).plusSeconds(1));
    assertEquals(Set.of(SELDOM), lateness.late());
  }

  @Test
  void nothingBeginsOnceThePortalStops() throws Exception {
    var begun = new AtomicInteger();
    rounds.start(SELDOM, "this is not to be logged", turn -> begun.incrementAndGet());
    stopping.rounds().close();
    rounds.now();
    rounds.stop();
    awaitTheEndOfAll();
    assertEquals(0, begun.get());
  }

  @Test
  void eachPoolHasAThreadForEachOfItsRoundsAndOneMore() {
    for (var pool : Rounds.class.getAnnotationsByType(ManagedScheduledExecutorDefinition.class)) {
      long its =
          Arrays.stream(Round.values())
              .filter(r -> !pool.name().equals(Rounds.WATCH))
              .filter(r -> r.isPrompt() == pool.name().equals(Rounds.PROMPT))
              .count();
      assertTrue(pool.maxAsync() > its, pool.name());
    }
  }

  @Test
  void whatNeverBeganIsEasilyStopped() {
    rounds.stop();
    assertFalse(timer.isShutdown());
  }
}
