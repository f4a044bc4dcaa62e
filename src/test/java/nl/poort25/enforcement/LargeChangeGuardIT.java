package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.poort25.abuse.Cases;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Browser.SentFile;
import nl.poort25.it.Eventually;
import nl.poort25.it.Mailbox;
import nl.poort25.it.Visit;
import nl.poort25.network.Ground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A change that is too large waits for the network role; closing for abuse does not (4.13). */
class LargeChangeGuardIT {
  private static final String PATH = "/backoffice/firewall";
  private static final String IMPORTS = "/backoffice/exemptions/imports";
  private static final String MANY = "192.0.2.18";

  /** One of many, from where nobody else opens anything. */
  private static final String ONE_OF_MANY = "pair 9.25.0.60 " + MANY;

  private static final String BLOCKED = "192.0.2.101";
  private static Browser lieke;
  private static Browser karim;
  private static Browser sanne;

  private long open;
  private List<Long> many = List.of();

  @BeforeAll
  static void start() {
    lieke = Browser.of(Asking.NETWORK);
    karim = Browser.of(Asking.REVIEWER);
    sanne = Browser.of(Asking.SANNE);
  }

  private static String lines() {
    return HeldBackChanges.lines(lieke);
  }

  private static boolean waits() {
    return HeldBackChanges.waits(lieke);
  }

  private static String confirmation() {
    return lieke.get(PATH).find("action=\"([^\"]*/confirmation)\"").orElseThrow();
  }

  @Test
  void manyLinesWaitUntilTheNetworkRoleHasSeenThem() {
    open = Asking.open(sanne, "ZAK-0331", BLOCKED);
    Eventually.holds("open", () -> lines().contains(" " + BLOCKED + "\n"));
    many = takeOver();
    Eventually.holds("held back", LargeChangeGuardIT::waits);
    assertTrue(lieke.get(PATH).says("Erbij: 60"), lieke.get(PATH).toString());
    assertTrue(lieke.get(PATH).says("+" + ONE_OF_MANY), lieke.get(PATH).toString());
    assertFalse(lines().contains(ONE_OF_MANY + "\n"), "not before it was seen");
    var mailbox = new Mailbox(lieke);
    Eventually.holds("a mail", () -> mailbox.of(Asking.NETWORK).says("wijziging van de firewalls"));
    String path = confirmation();
    assertEquals(403, karim.post(path, "note", "gezien").status());
    assertEquals(422, lieke.post(path, "note", " ").status());

    Cases.blockedOf(sanne, karim, BLOCKED);
    Eventually.holds("closed all the same", () -> !lines().contains(" " + BLOCKED + "\n"));
    assertTrue(waits(), "and the rest still waits");
    assertFalse(lines().contains(ONE_OF_MANY + "\n"));

    assertEquals(303, lieke.post(confirmation(), "note", "overgenomen van de router").status());
    Eventually.holds("made", () -> lines().contains(ONE_OF_MANY + "\n"));
    assertFalse(waits());
    assertEquals(409, lieke.post(path, "note", "nog eens").status());
    end(many);
    Eventually.holds("held back", LargeChangeGuardIT::waits);
    assertTrue(lines().contains(ONE_OF_MANY + "\n"), "nothing closes unseen either");
  }

  @AfterEach
  void letGo() {
    Cases.endAll();
    if (open != 0) {
      Asking.withdraw(sanne, open);
    }
    end(many);
    letGo(many);
  }

  /** As many go again. */
  private static void end(List<Long> many) {
    many.forEach(LargeChangeGuardIT::end);
  }

  private static void end(long id) {
    var page = karim.get(Asking.staffPath(id));
    if (page.html().contains("/ending\"")) {
      var ended =
          karim.post(
              Asking.staffPath(id) + "/ending",
              "version",
              Asking.version(page),
              "end-reason",
              "proef");
      assertEquals(303, ended.status(), ended.toString());
    }
  }

  private static void letGo(List<Long> many) {
    Eventually.holds(
        "made",
        () -> {
          HeldBackChanges.letGo(lieke);
          return !lines().contains(ONE_OF_MANY + "\n");
        });
    many.forEach(id -> Asking.confirm(lieke, id, "closed"));
  }

  /** It becomes two exemptions. */
  private static List<Long> takeOver() {
    String file =
        "address;source;connection;kind;since;host\n"
            + IntStream.rangeClosed(1, 60)
                .mapToObj(
                    n -> MANY + ";9.25.0." + n + ";ZAK-0904;derde partij;2019-05-31;Filter BV\n")
                .collect(Collectors.joining());
    var sent = lieke.uploadOne(IMPORTS, SentFile.of("lijst.csv", file));
    assertEquals(303, sent.status(), sent.toString());
    String digest =
        karim.get(sent.location()).find("name=\"digest\" value=\"([0-9a-f]{64})\"").orElseThrow();
    assertEquals(303, karim.post(sent.location() + "/application", "digest", digest).status());
    return Pattern.compile("href=\"/backoffice/exemptions/(\\d+)\"")
        .matcher(lieke.get("/backoffice/exemptions?q=" + MANY).html())
        .results()
        .map(found -> Long.valueOf(found.group(1)))
        .distinct()
        .filter(id -> lieke.get(Asking.staffPath(id)).says("9.25.0."))
        .toList();
  }

  @Test
  void aPrefixThatGoesWaitsUntilTheNetworkRoleHasSeenIt() {
    String space = Ground.prefix(lieke);
    String line = "inside " + space + "::/48\n";
    HeldBackChanges.settle(lieke);
    assertTrue(lines().contains(line));
    var mirjam = Browser.of(Ground.ADMINISTRATOR);
    String removal = Ground.removalOfPrefix(mirjam, space + "::/48");
    assertEquals(303, mirjam.post(removal, "sure", "true").status());
    Eventually.holds("held back", LargeChangeGuardIT::waits);
    assertTrue(mirjam.get(PATH).says("-" + line.strip()), mirjam.get(PATH).toString());
    assertFalse(mirjam.get(PATH).html().contains("/confirmation\""), "not by an administrator");
    assertTrue(lines().contains(line));
    HeldBackChanges.letGo(lieke);
    Eventually.holds("made", () -> !lines().contains(line));
  }

  private static Visit asked(String query) {
    return Browser.guest()
        .send(
            Browser.request("/enforcement/history" + query)
                .header("Authorization", "Bearer token-of-the-tests"));
  }

  @Test
  void aProgramIsAnsweredWhatWasToBeOpenAndOnWhoseDecision() {
    long id = Asking.open(sanne, "ZAK-0331", "192.0.2.102");
    Eventually.holds("open", () -> lines().contains(" 192.0.2.102\n"));
    var now = asked("?about=192.0.2.102");
    assertEquals(200, now.status(), now.html());
    assertTrue(now.html().contains("\"decided_by\":\"Karim Bos\""), now.html());
    assertTrue(now.html().contains("\"cause\":\"DECISION\""), now.html());
    var then = asked("?about=192.0.2.102&at=2026-01-01T00:00:00Z");
    assertTrue(then.html().contains("\"generation\":null"), then.html());
    assertEquals(401, lieke.get("/enforcement/history?about=192.0.2.102").status());
    for (String wrong :
        List.of("", "?about=x", "?about=192.0.2.102&at=x", "?about=192.0.2.102&target=x")) {
      assertEquals(400, asked(wrong).status(), wrong);
    }
    Asking.withdraw(sanne, id);
    Asking.confirm(lieke, id, "closed");
  }
}
