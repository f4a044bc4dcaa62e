package nl.poort25.it;

import java.util.List;

/** A portal of a test's own, in a process of its own, with the demo world in that database. */
public final class OtherPortal implements AutoCloseable {
  private static final int SECONDS_TO_START = 240; // three share two cores here
  private final String url;
  private final Started process;

  public OtherPortal(PostgreSql database) {
    int port = PostgreSql.freePort();
    url = "http://127.0.0.1:" + port;
    process =
        new Started(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseParallelGC",
                "-Xmx1g",
                "-Dpoort25.demo=true",
                "-Dpoort25.public.url=" + url,
                "-Dpoort25.dns.resolver=127.0.0.1:" + System.getProperty("it.dns.port"),
                "-Dpoort25.mx.schedule=false",
                "-Dpoort25.db.class=org.postgresql.ds.PGSimpleDataSource",
                "-Dpoort25.db.url=" + database.url(),
                "-Dpoort25.db.user=" + PostgreSql.USER,
                "-jar",
                System.getProperty("it.payara"),
                "--deploy",
                System.getProperty("it.war"),
                "--contextroot",
                "/",
                "--port",
                "" + port,
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                "src/main/payara/listener.txt"),
            "ready in",
            SECONDS_TO_START);
  }

  /** As a browser writes it, without a path. */
  public String url() {
    return url;
  }

  @Override
  public void close() {
    process.close();
  }
}
