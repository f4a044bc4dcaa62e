package nl.poort25.web;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.poort25.round.Rounds;

/**
 * Buffers request bodies before any resource sees the request: without a blocking thread, within a
 * time limit, and only as many at once as memory and disk allow. Bodies that came with the headers,
 * as most forms, pass at once.
 */
@ApplicationScoped
class RequestBodies {
  /** Bodies that arrive at once. */
  private static final int MOST = 512;

  /** Bytes of these, and of those that are worked on: nearly all of them lie on the disk. */
  private static final long MOST_BYTES = 256L * 1024 * 1024;

  private static final Logger LOG = System.getLogger(RequestBodies.class.getName());

  @Resource(lookup = Rounds.WATCH)
  ManagedScheduledExecutorService watch;

  private ClientAddress client;
  private BodySlots places;
  private final MemoryBudget room = new MemoryBudget();
  private ScheduledFuture<?> looks;

  protected RequestBodies() {}

  @Inject
  RequestBodies(ClientAddress client, Uploads uploads) {
    this.client = client;
    places = new BodySlots(MOST, Math.max(MOST_BYTES, 2 * uploads.largestBody()));
  }

  void start(@Observes Startup event) {
    looks = watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (looks != null) {
      looks.cancel(false);
    }
  }

  private void look() {
    try {
      long now = System.nanoTime();
      places.late(now).forEach(one -> one.refuse(HttpServletResponse.SC_REQUEST_TIMEOUT));
      room.late(now).forEach(one -> one.refuseWhole(HttpServletResponse.SC_SERVICE_UNAVAILABLE));
    } catch (Throwable e) {
      // without this catch there would be no next look
      LOG.log(Level.ERROR, "slow requests could not be ended", e);
    }
  }

  /**
   * The request with its whole body, where that is there; otherwise empty: then the request passes
   * the gate again when its body has ended, as {@link BodyReceiver#of}.
   */
  Optional<HttpServletRequest> receive(HttpServletRequest request) throws IOException {
    long length = request.getContentLengthLong();
    if (length <= 0) {
      return Optional.of(EmptyFormRequest.wrapIfEmpty(request));
    }
    boolean small =
        length <= BufferedBody.IN_MEMORY && ContentEncoding.of(request) == ContentEncoding.NONE;
    if (small && request.getInputStream().available() >= length) {
      var body = new BufferedBody();
      body.add(request.getInputStream().readNBytes((int) length), (int) length);
      return Optional.of(BufferedRequest.atOnce(request, body));
    }
    String from = ClientAddress.holderOf(client.addressOf(request));
    var one = new BodyReceiver(this, request, from, System.nanoTime());
    places.enter(one).ifPresent(RequestBodies::giveWay);
    one.begin();
    return Optional.empty();
  }

  private static void giveWay(BodyReceiver one) {
    one.refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }

  void countReceived(BodyReceiver one, int bytes) {
    places.countReceived(one, bytes).ifPresent(RequestBodies::giveWay);
  }

  void handOn(BodyReceiver one) {
    places.leave(one);
    room.enter(one, System.nanoTime()).forEach(BodyReceiver::goOn);
  }

  void forget(BodyReceiver one) {
    places.leave(one);
  }

  /** What cannot be done yet, in a moment. */
  void soon(Runnable work) {
    var unused = watch.schedule(() -> orLog(work), 1, TimeUnit.MILLISECONDS);
  }

  private static void orLog(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a request could not go on", e); // its client is gone
    }
  }

  /** Nothing of it is needed any more; to be called once or more. */
  void drop(BodyReceiver one) {
    one.body().close();
    places.forget(one);
    room.leave(one).forEach(BodyReceiver::goOn);
  }
}
