package nl.poort25.mx;

import java.util.Arrays;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** How a TestDns treats the questions of one name. */
@FunctionalInterface
public interface Script {
  Script HONEST = (query, answer, wire, overTcp) -> wire;
  Script SILENT = (query, answer, wire, overTcp) -> null;
  Script SERVFAIL = rcode(Rcode.SERVFAIL);
  Script REFUSED = rcode(Rcode.REFUSED);

  /** Neither authoritative nor a resolver, and says nothing. */
  Script LAME =
      (query, answer, wire, overTcp) -> {
        answer.removeAllRecords(Section.ANSWER);
        answer.removeAllRecords(Section.AUTHORITY);
        answer.getHeader().unsetFlag(Flags.RA);
        answer.getHeader().setRcode(Rcode.NOERROR);
        return answer.toWire();
      };

  /** Sends to the servers of the root, as one that does not know the zone. */
  Script REFERRAL =
      (query, answer, wire, overTcp) -> {
        answer.removeAllRecords(Section.ANSWER);
        answer.removeAllRecords(Section.AUTHORITY);
        answer.addRecord(new NSRecord(Name.root, DClass.IN, 3600, Name.root), Section.AUTHORITY);
        return answer.toWire();
      };

  /** Empty and marked as truncated over UDP, whole over TCP. */
  Script TRUNCATED = (query, answer, wire, overTcp) -> overTcp ? wire : truncated(answer);

  /** Truncated, and whoever comes by TCP is kept waiting. */
  Script SILENT_OVER_TCP = (query, answer, wire, overTcp) -> overTcp ? null : truncated(answer);

  /** Says that a hundred records more follow than there are. */
  Script LYING_COUNT =
      (query, answer, wire, overTcp) -> {
        wire[7] = 100;
        return wire;
      };

  /** The first record says that its data are longer than the message. */
  Script LYING_RECORD_LENGTH =
      (query, answer, wire, overTcp) -> {
        int question = query.getQuestion().getName().length() + 4;
        Arrays.fill(wire, 12 + question + 10, 12 + question + 12, (byte) 0xff);
        return wire;
      };

  /** By TCP it promises more bytes than come. */
  Script LYING_TCP_LENGTH = lyingByTcp(100);

  /** By TCP it promises fewer bytes than the message has. */
  Script SHORT_TCP_LENGTH = lyingByTcp(-5);

  /** The query's id, and then bytes that mean nothing. */
  Script GARBAGE =
      (query, answer, wire, overTcp) -> {
        Arrays.fill(wire, 2, wire.length, (byte) 0xa5);
        return wire;
      };

  /** Not the query's id: as of one who guesses. */
  Script WRONG_ID =
      (query, answer, wire, overTcp) -> {
        wire[0] ^= 0x55;
        return wire;
      };

  /**
   * The bytes to send.
   *
   * @param answer the honest one, for the script to change
   * @param wire that answer as bytes, truncated where it does not fit
   * @return null to send nothing
   */
  byte[] reply(Message query, Message answer, byte[] wire, boolean overTcp);

  /** The length to announce by TCP. */
  default int tcpLength(int real) {
    return real;
  }

  static Script rcode(int rcode) {
    return (query, answer, wire, overTcp) -> {
      answer.removeAllRecords(Section.ANSWER);
      answer.removeAllRecords(Section.AUTHORITY);
      answer.getHeader().setRcode(rcode);
      return answer.toWire();
    };
  }

  private static byte[] truncated(Message answer) {
    answer.removeAllRecords(Section.ANSWER);
    answer.removeAllRecords(Section.AUTHORITY);
    answer.getHeader().setFlag(Flags.TC);
    return answer.toWire();
  }

  private static Script lyingByTcp(int lie) {
    return new Script() {
      @Override
      public byte[] reply(Message query, Message answer, byte[] wire, boolean overTcp) {
        return TRUNCATED.reply(query, answer, wire, overTcp);
      }

      @Override
      public int tcpLength(int real) {
        return real + lie;
      }
    };
  }
}
