package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.web.Sha256;

/** The agent programs that run at the points, as the portal offers them for download. */
public enum Agent {
  FIREWALL("poort25-agent", "firewall", "watch.sh"),
  RELAY("poort25-relay-agent", "relay"),
  PROBER("poort25-prober", "prober");

  private final String file;
  private final String kind;
  private final String program;
  private final String version;

  /**
   * @param parts of its program besides that of its kind and what all share
   */
  Agent(String file, String kind, String... parts) {
    this.file = file;
    this.kind = kind;
    program =
        resource(kind + ".sh")
            + Arrays.stream(parts).map(part -> "\n" + resource(part) + "\n").collect(joining())
            + resource("turn.sh");
    var number = Pattern.compile("^VERSION=(\\d+)$", Pattern.MULTILINE).matcher(program);
    if (!number.find()) {
      throw new IllegalStateException(file + " has no version");
    }
    version = number.group(1) + "." + Sha256.hex(program).substring(0, 8);
  }

  static Agent of(PointKind format) {
    return switch (format) {
      case NFTABLES, OTHER_FIREWALL -> FIREWALL;
      case POSTFIX, IRONPORT -> RELAY;
      case PROBER -> PROBER;
    };
  }

  /** Its file's name; that of its unit of systemd ends in {@code .service}. */
  public String getFile() {
    return file;
  }

  /** The word for it in its configuration. */
  public String getKind() {
    return kind;
  }

  /**
   * The version of its program as the program says it: a number, and the beginning of the digest of
   * its text, so that one that was altered, or forgot to be counted up, is another too.
   */
  public String getVersion() {
    return version;
  }

  /** The files that install it, by their names: the program, its unit and the key that it pins. */
  Map<String, String> files(String pem) {
    var files = new LinkedHashMap<String, String>();
    files.put(file, program());
    files.put(file + ".service", resource(file + ".service"));
    files.put("portal.pem", pem);
    return files;
  }

  /**
   * The line that asks for the token, so that it stands in no history and no list of processes:
   * printf is the shell's own. Only root can read the file, which replaces one that perhaps others
   * could. It is entered before the others, which it would take for the token. Whoever breaks it
   * off sees again what he types.
   */
  static String ask() {
    return """
    (install -d -m 755 /etc/poort25; umask 077; trap 'stty echo' EXIT; trap 'exit 1' INT TERM; printf 'token: '; stty -echo; IFS= read -r token; echo; printf 'header = "Authorization: Bearer %s"\\n' "$token" > /etc/poort25/curl.conf.new && mv -f /etc/poort25/curl.conf.new /etc/poort25/curl.conf)
    """;
  }

  /**
   * The lines that fetch and install it. What is fetched must be what this portal offers now,
   * whoever answered. The configuration but for the token is read by a user of its own.
   *
   * @param pem the key that it pins
   */
  String install(String portal, long pointId, String pem) {
    var sums = new StringBuilder();
    files(pem)
        .forEach(
            (name, text) -> sums.append(' ').append(Sha256.hex(text)).append(' ').append(name));
    return """
    cd "$(mktemp -d)" && for file in %1$s %1$s.service portal.pem; do curl -q -fsS -K /etc/poort25/curl.conf -o "$file" '%2$s/enforcement/files/'"$file" || break; done
    printf '%%s  %%s\\n'%5$s | sha256sum -c && install -D -m 755 -t /usr/local/sbin %1$s && install -D -m 644 -t /etc/systemd/system %1$s.service && install -D -m 644 -t /etc/poort25 portal.pem
    printf 'portal %2$s\\npoint %3$d\\nkind %4$s\\n' > /etc/poort25/agent.conf && chmod 644 /etc/poort25/agent.conf
    systemctl daemon-reload && systemctl enable --now %1$s
    """
        .formatted(file, portal, pointId, kind, sums);
  }

  /**
   * The program: one file, of what only this agent does and of what all share. Like each of its
   * parts it is a script of sh.
   */
  public String program() {
    return program;
  }

  /** The text of one of the files; empty for any other name. */
  static Optional<String> text(String name) {
    for (var agent : values()) {
      if (name.equals(agent.file)) {
        return Optional.of(agent.program());
      }
      if (name.equals(agent.file + ".service")) {
        return Optional.of(resource(name));
      }
    }
    return Optional.empty();
  }

  private static String resource(String name) {
    try (InputStream in = Agent.class.getResourceAsStream("/agent/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
