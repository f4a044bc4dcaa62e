package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClientFaultTest {
  private static final String WRITE = "sun.nio.ch.FileDispatcherImpl.write0";
  private static final String CONNECTION = "org.glassfish.grizzly.nio.NIOConnection.assertOpen";
  private static final String DECODE = "org.glassfish.grizzly.http.util.URLDecoder.decode";
  private static final String GATE = "nl.poort25.web.Gate.doFilter";
  private static final String ADAPTER = "org.apache.catalina.connector.CoyoteAdapter.service";

  private static <T extends Throwable> T thrown(T fault, String... frames) {
    fault.setStackTrace(
        Arrays.stream(frames)
            .map(
                frame -> {
                  int dot = frame.lastIndexOf('.');
                  return new StackTraceElement(
                      frame.substring(0, dot), frame.substring(dot + 1), null, 1);
                })
            .toArray(StackTraceElement[]::new));
    return fault;
  }

  @Test
  void aClientThatIsGoneIsOne() {
    var gone = thrown(new IOException("Broken pipe"), WRITE, CONNECTION, GATE, ADAPTER);
    assertTrue(ClientFault.isClientFault(gone));
    assertTrue(ClientFault.isClientFault(thrown(new IllegalStateException(gone), GATE)));
  }

  @Test
  void whatIsNoHttpIsOne() {
    assertTrue(
        ClientFault.isClientFault(thrown(new IllegalArgumentException("%zz"), DECODE, ADAPTER)));
  }

  @Test
  void whatGoesWrongWithUsIsNone() {
    assertFalse(
        ClientFault.isClientFault(thrown(new IllegalStateException("closed"), CONNECTION, GATE)));
    assertFalse(
        ClientFault.isClientFault(thrown(new IOException("disk full"), WRITE, GATE, CONNECTION)));
    assertFalse(ClientFault.isClientFault(thrown(new OutOfMemoryError("heap"), CONNECTION)));
    assertFalse(
        ClientFault.isClientFault(
            thrown(
                new IOException("Too many open files"),
                "sun.nio.ch.ServerSocketChannelImpl.accept",
                CONNECTION)));
    assertFalse(ClientFault.isClientFault(new IOException("here")));
  }
}
