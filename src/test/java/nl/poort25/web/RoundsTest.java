package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final Rounds rounds = new Rounds();

  RoundsTest() {
    // what a managed one does beyond the other is of no matter here
    rounds.timer =
        (ManagedScheduledExecutorService)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, given) -> method.invoke(timer, given));
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

  @Test
  void oneThatFailsDoesNotStopTheNext() throws Exception {
    var third = new CountDownLatch(3);
    rounds.start(
        SOON,
        SOON,
        "this could not be done, as the test wants it",
        () -> {
          third.countDown();
          if (third.getCount() == 2) {
            throw new IllegalStateException("of the round itself");
          }
          throw new ExecutionException(new IllegalStateException("of what it waited for"));
        });
    await(third);
  }

  @Test
  void stoppingInterruptsTheOneThatIsUnderWayAndIsTheEnd() throws Exception {
    var under = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var begun = new AtomicInteger();
    rounds.start(
        SOON,
        SOON,
        "this is not to be logged",
        () -> {
          begun.incrementAndGet();
          under.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        });
    await(under);
    rounds.stop();
    await(interrupted);
    awaitTheEndOfAll();
    assertEquals(1, begun.get());
  }

  @Test
  void finishingLetsTheOneThatIsUnderWayGoOn() throws Exception {
    var under = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var begun = new AtomicInteger();
    var done = new AtomicBoolean();
    rounds.start(
        SOON,
        SOON,
        "this is not to be logged",
        () -> {
          begun.incrementAndGet();
          under.countDown();
          goOn.await();
          done.set(true);
        });
    await(under);
    rounds.finish();
    rounds.stop(); // as the container does after that
    goOn.countDown();
    awaitTheEndOfAll();
    assertTrue(done.get());
    assertEquals(1, begun.get());
  }

  @Test
  void oneMoreComesAtOnce() throws Exception {
    var gone = new CountDownLatch(1);
    rounds.start(NEVER, NEVER, "this is not to be logged", gone::countDown);
    rounds.now();
    await(gone);
  }

  @Test
  void whatNeverBeganIsEasilyStopped() {
    rounds.stop();
    assertFalse(timer.isShutdown());
  }
}
