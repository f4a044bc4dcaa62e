package nl.poort25.mx;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
 * answer.
 */
record StubResolver(List<InetSocketAddress> servers, Duration timeout, int tries) {
  // what gets through without fragments (DNS flag day 2020)
  private static final int UDP_PAYLOAD = 1232;

  /** No resolver gave a usable answer. */
  static final class Unanswered extends Exception {
    final Cause cause;

    Unanswered(Cause cause) {
      super(cause.name(), null, false, false);
      this.cause = cause;
    }
  }

  /** By {@link System#nanoTime()}: fallbacks included, no lookup takes longer. */
  long deadline() {
    return System.nanoTime() + timeout.multipliedBy(2L * tries * servers.size()).toNanos();
  }

  /** Returns a message that belongs to the question, with NOERROR or NXDOMAIN. */
  Message ask(Record question, long deadline) throws Unanswered {
    Cause told = Cause.OTHER;
    List<InetSocketAddress> left = new ArrayList<>(servers);
    for (int round = 0; round < tries; round++) {
      for (Iterator<InetSocketAddress> each = left.iterator(); each.hasNext(); ) {
        try {
          return ask(each.next(), question, deadline);
        } catch (Unanswered e) {
          told = e.cause.compareTo(told) < 0 ? e.cause : told;
          // a server that said no says it again; one that was not heard may be heard next time
          if (e.cause != Cause.TIMEOUT && e.cause != Cause.MALFORMED) {
            each.remove();
          }
        }
      }
    }
    throw new Unanswered(told);
  }

  private Message ask(InetSocketAddress server, Record question, long deadline) throws Unanswered {
    long now = System.nanoTime();
    long until = now + Math.min(timeout.toNanos(), deadline - now);
    try {
      Message answer = send(server, question, true, until);
      int rcode = answer.getRcode();
      // RFC 6891, 7: who does not know EDNS says so this way
      if (rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP || rcode == Rcode.BADVERS) {
        answer = send(server, question, false, until);
      }
      return usable(answer, question);
    } catch (SocketTimeoutException e) {
      throw new Unanswered(Cause.TIMEOUT);
    } catch (EOFException e) {
      throw new Unanswered(Cause.MALFORMED);
    } catch (IOException e) {
      throw new Unanswered(Cause.UNREACHABLE);
    }
  }

  private static Message send(InetSocketAddress server, Record question, boolean edns, long until)
      throws IOException, Unanswered {
    Message query = Message.newQuery(question);
    if (edns) {
      query.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
    }
    byte[] bytes = query.toWire();
    byte[] reply = DnsTransport.overUdp(server, bytes, until);
    if (reply.length >= Header.LENGTH && new Header(reply).getFlag(Flags.TC)) {
      reply = DnsTransport.overTcp(server, bytes, until);
    }
    return read(reply, query.getHeader().getID());
  }

  private static Message read(byte[] reply, int id) throws Unanswered {
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

  private static Message usable(Message answer, Record question) throws Unanswered {
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
