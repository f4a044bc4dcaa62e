package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * When a request passes the gate again. The container overlooks a dispatch of another thread that
 * comes just when the first one leaves it: such a request was never answered.
 */
class BodyReceiverTest {
  private final Queue<Runnable> soon = new ArrayDeque<>();
  private final Input input = new Input();
  private boolean hasLeft;
  private int dispatched;

  /** Bytes come when the test says so. */
  private static final class Input extends ServletInputStream {
    private int there;

    @Override
    public boolean isReady() {
      return there > 0;
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      // the test calls it
    }

    @Override
    public int read() {
      there--;
      return 'x';
    }

    @Override
    public int read(byte[] bytes, int from, int most) {
      bytes[from] = (byte) read();
      return 1;
    }
  }

  private final class Bodies extends RequestBodies {
    @Override
    void handOn(BodyReceiver one) {
      one.goOn();
    }

    @Override
    void countReceived(BodyReceiver one, int bytes) {
      // there is room
    }

    @Override
    void soon(Runnable work) {
      soon.add(work);
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private BodyReceiver receiver() throws IOException {
    var context =
        proxy(
            AsyncContext.class,
            (proxy, method, arguments) -> {
              if (method.getName().equals("dispatch")) {
                dispatched++;
              } else if (method.getName().equals("setTimeout") && hasLeft) {
                throw new IllegalStateException("it has returned to the container");
              }
              return null;
            });
    var request =
        proxy(
            HttpServletRequest.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContentLengthLong" -> 2L;
                  case "getInputStream" -> input;
                  case "startAsync" -> context;
                  case "getHeaders" -> Collections.emptyEnumeration();
                  default -> null;
                });
    return new BodyReceiver(new Bodies(), request, "client", System.nanoTime());
  }

  private static void onAnotherThread(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }

  @Test
  void goesOnAtOnceWhereTheBodyWasThereOnTheFirstThread() throws IOException {
    input.there = 2;
    receiver().begin();
    assertEquals(1, dispatched);
  }

  @Test
  void waitsOnAnotherThreadUntilTheFirstHasLeftTheContainer() throws IOException {
    var receiver = receiver();
    receiver.begin();
    input.there = 2;
    onAnotherThread(receiver::onDataAvailable);
    onAnotherThread(soon.remove());
    assertEquals(0, dispatched, "the first thread is still in the container");
    hasLeft = true;
    onAnotherThread(soon.remove());
    assertEquals(1, dispatched);
    assertEquals(0, soon.size());
  }

  @Test
  void goesOnAtOnceWhenTheFirstThreadIsLongGone() throws IOException {
    var receiver = receiver();
    receiver.begin();
    hasLeft = true;
    input.there = 2;
    onAnotherThread(receiver::onDataAvailable);
    assertEquals(1, dispatched);
  }
}
