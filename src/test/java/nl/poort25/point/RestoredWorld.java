package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.poort25.abuse.AnswerReview;
import nl.poort25.abuse.Cases;
import nl.poort25.abuse.ItemKind;
import nl.poort25.enforcement.HeldBackChanges;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Visit;
import nl.poort25.mailservice.Orders;
import nl.poort25.network.Ground;

/**
 * What is decided before a copy of the database is made and after it, with two firewalls, one of
 * which hears nothing after the copy, and a relay.
 */
final class RestoredWorld implements AutoCloseable {
  /** Opened after the copy. */
  static final String OPENED = "192.0.2.98";

  private static final String FIREWALLS = "/backoffice/firewall";
  private static final String RELAYS = "/backoffice/relays";
  private static final String PREFIXES = "/backoffice/prefixes";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int run = COUNT.incrementAndGet();
  private String url;
  private Browser lieke;
  private Browser karim;
  private Browser mirjam;
  private Browser sanne;
  private Browser noor;
  private final Map<Long, Browser> cases = new HashMap<>();
  private int sources;
  private long withdrawn;
  private long ended;
  private long blocked;
  private long oldCase;
  private long approvedNow;
  private long cancelled;
  private Orders.Domain domain;

  final PlayedPoint edge;
  final PlayedPoint idle;
  final PlayedPoint relay;

  RestoredWorld(String url) {
    isAt(url);
    edge = PlayedPoint.enforcing(url, lieke, "edge-r" + run, "canary", "true");
    idle = PlayedPoint.enforcing(url, lieke, "idle-r" + run);
    relay = PlayedPoint.enforcing(url, lieke, "smtp-r" + run, "format", "POSTFIX");
  }

  /** The portal was started again. */
  void isAt(String where) {
    url = where;
    signIn();
  }

  private void signIn() {
    lieke = Browser.at(url, Asking.NETWORK);
    karim = Browser.at(url, Asking.REVIEWER);
    mirjam = Browser.at(url, Asking.ADMINISTRATOR);
    sanne = Browser.at(url, Asking.SANNE);
    noor = Browser.at(url, Asking.NOOR);
  }

  /** What was decided after the copy is not known any more. */
  /** Who has signed in after the copy is signed out by it. */
  void isRestored() {
    Eventually.holds("the database back", () -> Browser.visitor(url).get("/login").status() == 200);
    signIn();
    Eventually.holds("the database back", () -> lieke.get(RELAYS).status() == 200);
    cases.clear();
    cases.put(oldCase, noor);
  }

  private String source() {
    return source(++sources);
  }

  private String source(int number) {
    return "8.26.%d.%d".formatted(run, number);
  }

  private long approved(Browser partner, String connection, String source, String address) {
    long id = Asking.sent(partner, Asking.thirdParty(partner, connection, source, address));
    var done = Asking.approve(karim, id, List.of());
    assertEquals(303, done.status(), done.toString());
    return id;
  }

  private String prefix(String what) {
    return "2a05:25:%x%s::/48".formatted(run, what);
  }

  private void adds(String prefix) {
    var done = lieke.post(PREFIXES, "cidr", prefix);
    assertEquals(303, done.status(), done.toString());
  }

  void beforeTheCopy() {
    withdrawn = approved(sanne, "ZAK-0331", source(), "192.0.2.99");
    ended = approved(sanne, "ZAK-0331", source(), "192.0.2.100");
    blocked = approved(noor, "ZAK-0904", source(), "192.0.2.19");
    approved(noor, "ZAK-0904", source(), "192.0.2.20");
    adds(prefix("0"));
    domain = Orders.domain(sanne);
    prove(domain);
    cancelled = service("info");
    service("verkoop");
    oldCase = block(noor, "192.0.2.20");
    holdsAll("inside " + prefix("0"), "pair " + source(3) + " 192.0.2.19", null);
    Eventually.holds("at the relay", () -> turned(relay).lines().toString().contains("verkoop@"));
    Eventually.holds("denied", () -> turned(relay).lines().toString().contains("deny 192.0.2.20 "));
    Eventually.holds(
        "open, and closed",
        () -> {
          turned(idle);
          return !turned(edge).lines().contains("pair " + source(4) + " 192.0.2.20")
              && sanne.get("/exemptions/" + ended).says("✓ open");
        });
    turned(relay);
  }

  private PlayedPoint turned(PlayedPoint point) {
    point.turn(url);
    return point;
  }

  /** Until the firewall that hears all has the lines, and not that one. */
  private void holdsAll(String one, String other, String none) {
    Eventually.holds(
        "all at the firewall",
        () -> {
          HeldBackChanges.letGo(lieke, FIREWALLS);
          HeldBackChanges.letGo(lieke, RELAYS);
          turned(relay);
          var lines = turned(edge).lines();
          return lines.contains(one) && lines.contains(other) && !lines.contains(none + "");
        });
  }

  private long service(String box) {
    long id = Orders.ordered(sanne, domain, "POP3_BOX", "local-part", box);
    var done = Orders.activate(karim, id);
    assertEquals(303, done.status(), done.toString());
    return id;
  }

  private long block(Browser partner, String address) {
    var done = Cases.block(karim, address);
    assertEquals(303, done.status(), done.toString());
    long id = Long.parseLong(done.location().substring(Cases.PATH.length()));
    cases.put(id, partner);
    return id;
  }

  private void close(long id) {
    var partner = cases.remove(id);
    for (var kind : ItemKind.values()) {
      Cases.answer(partner, id, kind, "uitgezocht");
      var judged = Cases.judge(karim, id, kind, AnswerReview.ACCEPTED, "");
      assertEquals(303, judged.status(), judged.toString());
    }
    var done = Cases.close(mirjam, id);
    assertEquals(303, done.status(), done.toString());
  }

  /** Ten kinds of changes. */
  private void decide() {
    sources = 4;
    approved(sanne, "ZAK-0331", source(), OPENED); // 1 opened
    assertEquals(303, Asking.withdraw(sanne, withdrawn).status()); // 2 withdrawn
    String path = Asking.staffPath(ended);
    String version = Asking.version(karim.get(path));
    var end = karim.post(path + "/ending", "version", version, "end-reason", "proef");
    assertEquals(303, end.status(), end.toString()); // 3 ended
    close(oldCase); // 4 the investigation is over: open again, no longer denied
    block(noor, "192.0.2.19"); // 5 blocked
    block(noor, "192.0.2.21"); // 6 denied, of what was never open
    var registered = Orders.domain(sanne); // 7 registered, proven and activated
    prove(registered);
    long box = Orders.ordered(sanne, registered, "POP3_BOX", "local-part", "nieuw");
    assertEquals(303, Orders.activate(karim, box).status());
    String cancellation = "/mail-services/" + cancelled + "/cancellation";
    String known = Orders.version(sanne.get(cancellation));
    var gone = sanne.post(cancellation, "version", known, "sure", "on");
    assertEquals(303, gone.status(), gone.toString()); // 8 a service cancelled
    adds(prefix("1")); // 9 a prefix more
    String removal = Ground.removalOfPrefix(mirjam, prefix("0"));
    assertEquals(303, mirjam.post(removal, "sure", "true").status()); // 10 a prefix less
  }

  private void prove(Orders.Domain registered) {
    var proof = karim.post("/backoffice" + registered.path() + "/proof", "note", "gezien");
    assertEquals(303, proof.status(), proof.toString());
  }

  /** All points hear of it but one. */
  void afterTheCopy() {
    decide();
    holdsAll("inside " + prefix("1"), "pair " + source(5) + " " + OPENED, "inside " + prefix("0"));
    Eventually.holds(
        "at the relay",
        () -> {
          HeldBackChanges.letGo(lieke, RELAYS);
          var lines = turned(relay).lines().toString();
          return lines.contains("nieuw@") && !lines.contains("info@" + domain.name());
        });
    assertTrue(edge.lines().contains("pair " + source(4) + " 192.0.2.20"), "open again");
    assertFalse(edge.lines().contains("pair " + source(3) + " 192.0.2.19"), "blocked");
    assertTrue(relay.lines().toString().contains("deny 192.0.2.21 "));
    assertFalse(relay.lines().toString().contains("deny 192.0.2.20 "));
    // so that its documents have numbers that the copy does not know
    edge.changesModeAndBack(url, lieke);
  }

  /** The same again, by people who know what was lost. */
  void decideAgain() {
    decide();
    Eventually.holds(
        "what the point holds that hears of it",
        () -> {
          HeldBackChanges.letGo(lieke, FIREWALLS);
          return turned(idle).lines().equals(edge.lines());
        });
  }

  /** Until this database has given those numbers as well. */
  void decideUntil(long firewall, long relays) {
    for (int i = 0; number(FIREWALLS) < firewall; i++) {
      long before = number(FIREWALLS);
      adds("2a05:26:%x%02x::/48".formatted(run, i));
      Eventually.holds("a state more", () -> number(FIREWALLS) > before);
    }
    for (int i = 0; number(RELAYS) < relays; i++) {
      long before = number(RELAYS);
      service("doos" + i);
      Eventually.holds("a state more", () -> number(RELAYS) > before);
    }
  }

  private long number(String states) {
    return lieke.get(states).find(states + "/(\\d+)\"").map(Long::parseLong).orElse(0L);
  }

  Visit page(PlayedPoint point) {
    return lieke.get(point.path());
  }

  void isHeld(PlayedPoint point) {
    assertTrue(page(point).says("De database is ouder dan dit punt"), page(point).toString());
  }

  boolean isStillHeld() {
    return List.of(edge, idle, relay).stream()
        .anyMatch(point -> page(point).says("De database is ouder dan dit punt"));
  }

  Visit alarms() {
    return lieke.get(PointOfTest.PATH);
  }

  /** The line of what is approved while points are held. */
  String approvedNow() {
    sources = 9;
    String source = source();
    approvedNow = approved(sanne, "ZAK-0331", source, "192.0.2.101");
    assertFalse(page(idle).says("De database is ouder dan dit punt"));
    return "pair " + source + " 192.0.2.101";
  }

  void saysWhyItWaits() {
    for (var page :
        List.of(
            lieke.get(Asking.staffPath(approvedNow)),
            sanne.get("/exemptions/" + approvedNow),
            lieke.get(Asking.staffPath(blocked)),
            noor.get("/exemptions/" + blocked))) {
      assertTrue(page.says("Niet overal zoals besloten"), page.toString());
      assertTrue(page.says("daar dicht"), page.toString());
    }
    for (var page :
        List.of(
            noor.get("/exemptions?state=open"),
            lieke.get("/backoffice/exemptions?q=192.0.2.19"),
            lieke.get("/backoffice/addresses?q=192.0.2.19"))) {
      assertTrue(page.says("niet overal open"), page.toString());
    }
    assertTrue(noor.get("/").says("geldt nog een eerdere situatie"), noor.get("/").toString());
    // staff sees earlier ones on the address as well
    assertFalse(sanne.get("/exemptions/" + approvedNow).says("✓ open"));
    assertFalse(noor.get("/exemptions/" + blocked).says("✓ open"));
  }

  /** How the line of the denial begins. */
  String blockNow(String address) {
    block(sanne, address);
    return "deny " + address + " AB-";
  }

  void letsGo(PlayedPoint point) {
    var page = page(point);
    var fields = new ArrayList<String>();
    fields.add("shown");
    fields.add(page.find("name=\"shown\" value=\"([^\"]*)\"").orElseThrow());
    fields.addAll(List.of("note", "nagekeken"));
    var done = lieke.post(point.path() + "/hold/confirmation", fields.toArray(String[]::new));
    assertEquals(303, done.status(), done.toString());
  }

  /** Also the cases: who has an open one can ask for nothing. */
  @Override
  public void close() {
    List.copyOf(cases.keySet()).forEach(this::close);
    for (var point : List.of(edge, idle, relay)) {
      var version = page(point).find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
      lieke.post(point.path() + "/retirement", "version", version);
    }
  }
}
