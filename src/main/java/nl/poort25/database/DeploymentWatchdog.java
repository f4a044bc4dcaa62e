package nl.poort25.database;

import java.util.ArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Ends the process when the portal cannot be deployed; Payara would go on without it, open the port
 * and answer 404. It listens to Payara's log, the only place where a failed deployment shows, until
 * Payara says that it is ready, and ends the process within the call that logs the failure, so that
 * no port is opened after it.
 */
final class DeploymentWatchdog extends Handler {
  // a logger that nobody holds may be collected, and its handler with it
  private static final Logger DEPLOYMENT = Logger.getLogger("javax.enterprise.system.core");
  private static final Logger PAYARA = Logger.getLogger("PayaraMicro");
  private static final DeploymentWatchdog GUARD = new DeploymentWatchdog();

  private DeploymentWatchdog() {}

  static void watch() {
    end();
    DEPLOYMENT.addHandler(GUARD);
    PAYARA.addHandler(GUARD);
  }

  private static void end() {
    DEPLOYMENT.removeHandler(GUARD);
    PAYARA.removeHandler(GUARD);
  }

  @Override
  public void publish(LogRecord line) {
    // lines without an exception come before the one that has it, and say less
    if (line.getLevel().equals(Level.SEVERE) && line.getThrown() != null) {
      end();
      giveUp(line);
    } else if (saysReady(line)) {
      end();
    }
  }

  // "deployed" comes before the application is started
  private static boolean saysReady(LogRecord line) {
    return ("" + line.getMessage()).contains("ready in");
  }

  private static void giveUp(LogRecord line) {
    var last =
        new LogRecord(
            Level.SEVERE,
            "Poort 25 does not start, and this process ends: " + reason(line.getThrown()));
    last.setLoggerName(DeploymentWatchdog.class.getName());
    // this handler is asked before those that write: they would not get to it
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.publish(line);
      handler.publish(last);
      handler.flush();
    }
    Runtime.getRuntime().halt(1);
  }

  /** What each of the causes says, without what its own cause has said in the same words. */
  static String reason(Throwable thrown) {
    var said = new ArrayList<String>();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String words = cause.getMessage();
      if (words != null && !words.isBlank()) {
        String wrapped = cause.toString();
        said.removeIf(wrapped::equals); // one that has no words of its own
        if (said.stream().noneMatch(before -> before.contains(words))) {
          said.add(words.strip());
        }
      }
    }
    return said.isEmpty() ? thrown.toString() : String.join("; because: ", said);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
