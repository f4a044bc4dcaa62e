package nl.poort25.mx;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Sends DNS messages over UDP or TCP and reads the replies, any number side by side on one thread,
 * which ends soon after the last of them. What hangs on a reply runs on that thread too, and must
 * not wait. dnsjava's own client is not used: its thread outlives a deployment, and it reuses TCP
 * connections after a wrong length. Deadlines are in {@link System#nanoTime()}.
 */
final class DnsTransport {
  /** So long the thread waits for the next message. */
  private static final long IDLE = Duration.ofSeconds(1).toNanos();

  private final ByteBuffer packet = ByteBuffer.allocateDirect(DnsExchange.LARGEST);
  private final Queue<DnsExchange> begun = new ArrayDeque<>();

  /** Null while nothing is under way; guarded by the queue, as that is. */
  private Selector selector;

  /**
   * Fails with a {@link SocketTimeoutException} if nothing with the query's id came in time; what
   * has another id is not for us (RFC 5452, 9.1) and is passed over.
   */
  CompletableFuture<byte[]> overUdp(InetSocketAddress server, byte[] query, long deadline) {
    return send(new UdpExchange(server, query, deadline, packet));
  }

  /** Fails with an EOFException if the connection ended before what its length promised. */
  CompletableFuture<byte[]> overTcp(InetSocketAddress server, byte[] query, long deadline) {
    return send(new TcpExchange(server, query, deadline));
  }

  private CompletableFuture<byte[]> send(DnsExchange exchange) {
    try {
      synchronized (begun) {
        if (selector == null) {
          selector = Selector.open();
          startThread(selector);
        }
        begun.add(exchange);
        selector.wakeup();
      }
    } catch (IOException e) {
      exchange.fail(e);
    }
    return exchange.reply();
  }

  private void startThread(Selector own) {
    var thread = new Thread(() -> run(own), "dns-transport");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Selector own) {
    var open = new PriorityQueue<DnsExchange>(Comparator.comparingLong(e -> e.deadline()));
    try (own) {
      long idleSince = System.nanoTime();
      while (!open.isEmpty() || !isOver(idleSince)) {
        own.select(DnsTransport::proceed, millisUntil(open, idleSince + IDLE));
        start(own, open);
        idleSince = open.isEmpty() ? idleSince : System.nanoTime();
        // only now: an answer that has come counts, however late it is looked at
        expire(open);
      }
    } catch (IOException | RuntimeException | Error e) {
      giveUp(e);
      open.forEach(exchange -> exchange.fail(e));
      throw new IllegalStateException(e);
    }
  }

  /** Whether the thread ends: nobody has sent anything for a while, and whoever does starts one. */
  private boolean isOver(long idleSince) {
    synchronized (begun) {
      boolean over = begun.isEmpty() && System.nanoTime() - idleSince >= IDLE;
      if (over) {
        selector = null;
      }
      return over;
    }
  }

  private void giveUp(Throwable why) {
    synchronized (begun) {
      selector = null;
      begun.forEach(exchange -> exchange.fail(why));
      begun.clear();
    }
  }

  private static void proceed(SelectionKey key) {
    ((DnsExchange) key.attachment()).proceed(key);
  }

  private void start(Selector own, Queue<DnsExchange> open) {
    var some = new ArrayList<DnsExchange>();
    synchronized (begun) {
      some.addAll(begun);
      begun.clear();
    }
    for (var exchange : some) {
      exchange.start(own);
      open.add(exchange);
    }
  }

  private static void expire(PriorityQueue<DnsExchange> open) {
    while (!open.isEmpty()
        && (open.peek().reply().isDone() || open.peek().deadline() - System.nanoTime() <= 0)) {
      open.poll().fail(new SocketTimeoutException());
    }
  }

  private static long millisUntil(PriorityQueue<DnsExchange> open, long idleEnd) {
    long end = open.isEmpty() ? idleEnd : open.peek().deadline();
    return Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis() + 1);
  }
}
