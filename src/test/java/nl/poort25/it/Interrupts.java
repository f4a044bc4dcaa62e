package nl.poort25.it;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.StringReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Sees every interrupt of a thread in another process of Java: as its debugger, with a breakpoint
 * on {@code Thread.interrupt}, which is where each of them begins. Closing lets go of the process.
 */
final class Interrupts implements AutoCloseable {
  private static final int FRAMES = 12;
  private final VirtualMachine machine;
  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** The option that a process is started with to be watched at that port of loopback. */
  static String option(int port) {
    return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:"
        + port;
  }

  Interrupts(int port) throws IOException {
    var connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(one -> one.name().equals("com.sun.jdi.SocketAttach"))
            .findFirst()
            .orElseThrow();
    var arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("127.0.0.1");
    arguments.get("port").setValue("" + port);
    try {
      machine = connector.attach(arguments);
    } catch (IllegalConnectorArgumentsException e) {
      throw new IllegalStateException(e);
    }
    var method =
        machine.classesByName("java.lang.Thread").get(0).methodsByName("interrupt", "()V").get(0);
    var breakpoint = machine.eventRequestManager().createBreakpointRequest(method.location());
    breakpoint.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    breakpoint.enable();
    var watching = new Thread(this::watch, "watches for interrupts");
    watching.setDaemon(true);
    watching.start();
  }

  private void watch() {
    try {
      while (true) {
        var events = machine.eventQueue().remove();
        for (var event : events) {
          if (event instanceof BreakpointEvent interrupt) {
            seen.add(told(interrupt));
          }
        }
        events.resume();
      }
    } catch (InterruptedException | VMDisconnectedException e) {
      // nobody watches any more
    }
  }

  private static String told(BreakpointEvent interrupt) {
    try {
      var frames = interrupt.thread().frames();
      var interrupted = frames.get(0).thisObject();
      var name = interrupted.getValue(interrupted.referenceType().fieldByName("name"));
      return "\""
          + ((StringReference) name).value()
          + "\" by \""
          + interrupt.thread().name()
          + "\": "
          + frames.stream()
              .skip(1)
              .limit(FRAMES)
              .map(frame -> frame.location().toString())
              .collect(Collectors.joining(" < "));
    } catch (IncompatibleThreadStateException e) {
      return "a thread, by " + e;
    }
  }

  /** The name of each thread that was interrupted, and by whom. */
  List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    try {
      machine.dispose();
    } catch (VMDisconnectedException e) {
      // it has ended before
    }
  }
}
