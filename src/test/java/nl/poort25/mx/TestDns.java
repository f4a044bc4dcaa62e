package nl.poort25.mx;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.poort25.it.PortalUnderTest;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;

/**
 * A DNS server on a loopback port, UDP and TCP, that says what it is told to say: like a resolver,
 * it answers for every name there is, and NXDOMAIN for the others.
 *
 * <pre>
 * try (var dns = TestDns.start()) {
 *   dns.name("klant.example", "MX 10 smtp.routit.net", "300 TXT \"a\" \"b\"");
 *   dns.name("empty.example").script("down.example", Script.SILENT);
 *   new DnsJava(dns.address(), …)
 * </pre>
 */
public final class TestDns implements AutoCloseable {
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final TestZone zone = new TestZone();
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final AtomicInteger overUdp = new AtomicInteger();
  private final AtomicInteger overTcp = new AtomicInteger();

  private TestDns(DatagramSocket udp, ServerSocket tcp) {
    this.udp = udp;
    this.tcp = tcp;
    run("test-dns-udp", this::serveUdp);
    run("test-dns-tcp", this::serveTcp);
  }

  /** On a free port. */
  public static TestDns start() {
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        return open(0);
      } catch (BindException e) {
        // the number was free for TCP only: another one
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("no port that is free for TCP and UDP");
  }

  /** On this port, or a free one if it is 0. */
  public static TestDns start(int port) {
    if (port == 0) {
      return start();
    }
    try {
      return open(port);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port, e);
    }
  }

  /** On the port that the portal of the in-container tests asks. */
  public static TestDns startForPortal() {
    return start(PortalUnderTest.dnsPort());
  }

  private static TestDns open(int port) throws IOException {
    var tcp = new ServerSocket();
    try {
      tcp.setReuseAddress(true);
      tcp.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return new TestDns(
          new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress()), tcp);
    } catch (IOException e) {
      tcp.close();
      throw e;
    }
  }

  /** What the setting poort25.dns.resolver takes. */
  public String address() {
    return tcp.getInetAddress().getHostAddress() + ":" + tcp.getLocalPort();
  }

  /**
   * Gives a name these records, instead of what it had; none: it exists without any. Hosts need no
   * final dot. A TTL may stand before the type; without one it is 3600.
   */
  public TestDns name(String name, String... records) {
    zone.put(name, records);
    return this;
  }

  /** The names of the relays, as the settings have them, with addresses. */
  public TestDns relays() {
    return name("smtp.routit.net", "A 198.51.100.201").name("smtp1.routit.net", "A 198.51.100.202");
  }

  /** Makes it the top of a zone of its own; else a name lies in that of its last label. */
  public TestDns top(String name) {
    zone.top(name);
    return this;
  }

  /** Makes the name one that does not exist, and ends its script. */
  public TestDns forget(String name) {
    zone.remove(name);
    scripts.remove(TestZone.key(name));
    return this;
  }

  /** The SOA that goes with "no such record" and "no such name"; null for none. */
  public TestDns soa(Duration ttl, Duration minimum) {
    zone.soa(ttl, minimum);
    return this;
  }

  /** Answers questions of this name by a script; a null script ends that. */
  public TestDns script(String name, Script script) {
    if (script == null) {
      scripts.remove(TestZone.key(name));
    } else {
      scripts.put(TestZone.key(name), script);
    }
    return this;
  }

  public int askedOverUdp() {
    return overUdp.get();
  }

  public int askedOverTcp() {
    return overTcp.get();
  }

  @Override
  public void close() {
    udp.close();
    try {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serveUdp() throws IOException {
    var buffer = new byte[4096];
    while (!udp.isClosed()) {
      var packet = new DatagramPacket(buffer, buffer.length);
      udp.receive(packet);
      overUdp.incrementAndGet();
      byte[] reply = replyTo(Arrays.copyOf(buffer, packet.getLength()));
      if (reply != null) {
        udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
      }
    }
  }

  private byte[] replyTo(byte[] packet) {
    try {
      return reply(new Message(packet), false);
    } catch (IOException e) {
      return null; // no query
    }
  }

  private void serveTcp() throws IOException {
    while (!tcp.isClosed()) {
      Socket socket = tcp.accept();
      run("test-dns-connection", () -> serve(socket));
    }
  }

  private void serve(Socket socket) throws IOException {
    try (socket) {
      socket.setSoTimeout(10_000);
      var in = new DataInputStream(socket.getInputStream());
      var out = new DataOutputStream(socket.getOutputStream());
      var query = new Message(in.readNBytes(in.readUnsignedShort()));
      overTcp.incrementAndGet();
      byte[] reply = reply(query, true);
      if (reply != null) {
        out.writeShort(script(query).tcpLength(reply.length));
        out.write(reply);
        out.flush();
      } else {
        in.read();
      }
    }
  }

  private Script script(Message query) {
    return scripts.getOrDefault(
        TestZone.key(query.getQuestion().getName().toString()), Script.HONEST);
  }

  private byte[] reply(Message query, boolean overTcp) {
    Message answer = zone.answer(query);
    OPTRecord opt = query.getOPT();
    int room = overTcp ? Message.MAXLENGTH : opt == null ? 512 : opt.getPayloadSize();
    return script(query).reply(query, answer, answer.toWire(room), overTcp);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(String name, Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (SocketException e) {
                // closed, by us or by the client
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }
}
