package nl.poort25.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Receives one request body without blocking a thread. It ends once: complete, client gone, timed
 * out, or evicted for another one.
 */
final class BodyReceiver implements ReadListener, AsyncListener {
  /** Every body may take so long, and a second more for so many bytes that were announced. */
  private static final Duration LEAST = Duration.ofSeconds(30);

  private static final long BYTES_A_SECOND = 64L * 1024;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** The container's own: what counts is {@link #isLate}, all of it together. */
  private static final long NO_TIMEOUT = 0;

  private static final String ATTRIBUTE = "nl.poort25.body";
  private static final int PIECE = 8 * 1024;

  private final RequestBodies bodies;
  private final AsyncContext context;
  private final ServletInputStream in;
  private final long announced;
  private final boolean packed;
  private final String from;
  private final long begun;
  private final BufferedBody body = new BufferedBody();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile int refusal;

  /** The thread that the container gave the request, for as long as it is here. */
  private volatile Thread beginner = Thread.currentThread();

  /**
   * @param request begins to wait
   * @param from whose it is: of one client all count together
   * @param now by {@link System#nanoTime()}
   */
  BodyReceiver(RequestBodies bodies, HttpServletRequest request, String from, long now)
      throws IOException {
    this.bodies = bodies;
    this.from = from;
    announced = request.getContentLengthLong();
    packed = ContentEncoding.of(request) != ContentEncoding.NONE;
    begun = now;
    in = request.getInputStream();
    context = request.startAsync();
    context.setTimeout(NO_TIMEOUT);
    request.setAttribute(ATTRIBUTE, this);
  }

  /** That of the request, which goes on; null for one that waits for something else. */
  static BodyReceiver of(HttpServletRequest request) {
    return (BodyReceiver) request.getAttribute(ATTRIBUTE);
  }

  void begin() {
    context.addListener(this);
    in.setReadListener(this);
    onDataAvailable(); // the container calls only after it was asked
    beginner = null;
  }

  static Duration most(long announced) {
    var most = LEAST.plusSeconds(announced / BYTES_A_SECOND);
    return most.compareTo(LONGEST) < 0 ? most : LONGEST;
  }

  boolean isLate(long now) {
    return now - begun > most(announced).toNanos();
  }

  String from() {
    return from;
  }

  /** In bytes. */
  long announced() {
    return announced;
  }

  /** What it will be in memory nobody knows yet. */
  boolean isPacked() {
    return packed;
  }

  BufferedBody body() {
    return body;
  }

  /** The status that answers the request instead of its resource; 0 where the body is whole. */
  int refusal() {
    return refusal;
  }

  @Override
  public synchronized void onDataAvailable() {
    try {
      byte[] piece = new byte[PIECE];
      while (!ended.get() && body.length() < announced && in.isReady()) {
        int count = in.read(piece);
        if (count < 0) {
          break;
        }
        body.add(piece, count);
        bodies.countReceived(this, count);
      }
      if (body.length() >= announced) {
        whole();
      } else if (in.isFinished()) {
        refuse(HttpServletResponse.SC_BAD_REQUEST);
      }
    } catch (IOException | RuntimeException e) {
      onError(e);
    }
  }

  @Override
  public synchronized void onAllDataRead() {
    if (body.length() >= announced) {
      whole();
    } else {
      refuse(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  /** Its client is gone, or sent what is no HTTP: nothing that the log of the portal should say. */
  @Override
  public void onError(Throwable fault) {
    refuse(HttpServletResponse.SC_BAD_REQUEST);
  }

  private void whole() {
    if (ended.compareAndSet(false, true)) {
      bodies.handOn(this);
    }
  }

  /** It gets no further, unless it ended before. */
  void refuse(int status) {
    if (ended.compareAndSet(false, true)) {
      refusal = status;
      bodies.forget(this);
      goOn();
    }
  }

  /** It is whole, and there is no room for what would become of it. */
  void refuseWhole(int status) {
    refusal = status;
    goOn();
  }

  /**
   * The request passes the gate again, with a thread: at once, or as soon as the thread that it
   * came with has left the container. Payara keeps what is dispatched before that until then,
   * without a lock: a dispatch by another thread could be overlooked, and nobody would ever answer.
   */
  void goOn() {
    if (Thread.currentThread() == beginner || hasLeftTheContainer()) {
      context.dispatch();
    } else {
      bodies.soon(this::goOn);
    }
  }

  /** Nothing may be set any more from then on (Servlet 6.0, AsyncContext.setTimeout). */
  private boolean hasLeftTheContainer() {
    try {
      context.setTimeout(NO_TIMEOUT);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** Also of a request that never came to the gate again. */
  @Override
  public void onComplete(AsyncEvent event) {
    ended.set(true);
    bodies.drop(this);
  }

  @Override
  public void onError(AsyncEvent event) {
    onComplete(event);
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    onComplete(event); // there is none
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // its resource waits for something else
  }
}
