package nl.poort25.mx;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nl.poort25.mx.DnsAnswer.Cause;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A stub resolver: sends a question to the configured resolvers in turn until one gives a usable
 * answer. Nobody waits meanwhile: the answer comes later, or {@link Unanswered}.
 */
final class StubResolver {
  // what gets through without fragments (DNS flag day 2020)
  private static final int UDP_PAYLOAD = 1232;

  private final List<InetSocketAddress> servers;
  private final Duration timeout;
  private final int tries;
  private final DnsTransport transport = new DnsTransport();

  StubResolver(List<InetSocketAddress> servers, Duration timeout, int tries) {
    this.servers = List.copyOf(servers);
    this.timeout = timeout;
    this.tries = tries;
  }

  /** No resolver gave a usable answer. */
  static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;
    final Cause cause;

    Unanswered(Cause cause) {
      super(cause.name(), null, false, false);
      this.cause = cause;
    }

    /**
     * Why a step failed.
     *
     * @throws CompletionException for what has another reason than the network
     */
    static Cause causeOf(Throwable failure) {
      Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
      if (why instanceof Unanswered told) {
        return told.cause;
      } else if (why instanceof SocketTimeoutException) {
        return Cause.TIMEOUT;
      } else if (why instanceof EOFException) {
        return Cause.MALFORMED;
      } else if (why instanceof IOException) {
        return Cause.UNREACHABLE;
      }
      throw new CompletionException(why);
    }
  }

  /** By {@link System#nanoTime()}: fallbacks included, no lookup takes longer. */
  long deadline() {
    return System.nanoTime() + timeout.multipliedBy(2L * tries * servers.size()).toNanos();
  }

  /** A message that belongs to the question, with NOERROR or NXDOMAIN. */
  CompletableFuture<Message> ask(Record question, long deadline) {
    return new Turns(question, deadline).next();
  }

  /** Whose turn it is to be asked one question. */
  private final class Turns {
    private final Record question;
    private final long deadline;
    private final List<InetSocketAddress> left = new ArrayList<>(servers);
    private Iterator<InetSocketAddress> each = left.iterator();
    private int round = 1;
    private Cause told = Cause.OTHER;

    Turns(Record question, long deadline) {
      this.question = question;
      this.deadline = deadline;
    }

    CompletableFuture<Message> next() {
      if (!each.hasNext()) {
        if (left.isEmpty() || round == tries) {
          return CompletableFuture.failedFuture(new Unanswered(told));
        }
        round++;
        each = left.iterator();
      }
      return ask(each.next(), question, deadline).exceptionallyCompose(this::next);
    }

    private CompletableFuture<Message> next(Throwable failure) {
      var cause = Unanswered.causeOf(failure);
      told = cause.compareTo(told) < 0 ? cause : told;
      // a server that said no says it again; one that was not heard may be heard next time
      if (cause != Cause.TIMEOUT && cause != Cause.MALFORMED) {
        each.remove();
      }
      return next();
    }
  }

  private CompletableFuture<Message> ask(InetSocketAddress server, Record question, long deadline) {
    long now = System.nanoTime();
    long until = now + Math.min(timeout.toNanos(), deadline - now);
    return send(server, question, true, until)
        .thenCompose(
            answer -> {
              int rcode = answer.getRcode();
              // RFC 6891, 7: who does not know EDNS says so this way
              return rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP || rcode == Rcode.BADVERS
                  ? send(server, question, false, until)
                  : CompletableFuture.completedFuture(answer);
            })
        .thenApply(answer -> usable(answer, question));
  }

  private CompletableFuture<Message> send(
      InetSocketAddress server, Record question, boolean edns, long until) {
    Message query = Message.newQuery(question);
    if (edns) {
      query.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
    }
    byte[] bytes = query.toWire();
    return transport
        .overUdp(server, bytes, until)
        .thenCompose(
            reply ->
                isTruncated(reply)
                    ? transport.overTcp(server, bytes, until)
                    : CompletableFuture.completedFuture(reply))
        .thenApply(reply -> read(reply, query.getHeader().getID()));
  }

  private static boolean isTruncated(byte[] reply) {
    try {
      return reply.length >= Header.LENGTH && new Header(reply).getFlag(Flags.TC);
    } catch (IOException e) {
      throw new Unanswered(Cause.MALFORMED);
    }
  }

  private static Message read(byte[] reply, int id) {
    try {
      Message message = new Message(reply);
      Header header = message.getHeader();
      if (header.getID() == id
          && header.getFlag(Flags.QR)
          && header.getOpcode() == Opcode.QUERY
          && !header.getFlag(Flags.TC)) {
        return message;
      }
    } catch (IOException | RuntimeException e) {
      // bytes that lie: dnsjava says so with either
    }
    throw new Unanswered(Cause.MALFORMED);
  }

  private static Message usable(Message answer, Record question) {
    switch (answer.getRcode()) {
      case Rcode.NOERROR, Rcode.NXDOMAIN -> {
        if (answer.getSection(Section.QUESTION).size() != 1
            || !answer.getQuestion().equals(question)) {
          throw new Unanswered(Cause.MALFORMED);
        }
        if (isLame(answer)) {
          throw new Unanswered(Cause.LAME);
        }
        return answer;
      }
      case Rcode.YXDOMAIN -> throw new Unanswered(Cause.TOO_LONG_ALIAS);
      case Rcode.SERVFAIL -> throw new Unanswered(Cause.SERVFAIL);
      case Rcode.REFUSED -> throw new Unanswered(Cause.REFUSED);
      default -> throw new Unanswered(Cause.OTHER);
    }
  }

  /** Nothing said, by one that need not know: a referral, or neither authority nor recursion. */
  private static boolean isLame(Message answer) {
    List<Record> authority = answer.getSection(Section.AUTHORITY);
    if (!answer.getSection(Section.ANSWER).isEmpty() || has(authority, Type.SOA)) {
      return false;
    }
    Header header = answer.getHeader();
    return has(authority, Type.NS) || !(header.getFlag(Flags.AA) || header.getFlag(Flags.RA));
  }

  private static boolean has(List<Record> records, int type) {
    return records.stream().anyMatch(record -> record.getType() == type);
  }
}
