package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.poort25.account.People;
import nl.poort25.account.Role;
import nl.poort25.point.PointOfTest;
import org.junit.jupiter.api.Test;

/**
 * Every route by everybody: who may not is refused, whatever the path holds, and what is another
 * partner's is not there. The routes are read from the resources, the things from the pages.
 */
class AccessMatrixIT {
  private static final List<Route> ROUTES = Route.all();

  /** What a guest may ask (1.4): the way in, and the language. */
  private static final Set<String> OF_GUESTS =
      Set.of(
          "GET /login",
          "POST /login",
          "GET /login/second-factor",
          "POST /login/second-factor",
          "GET /login/enrolment",
          "POST /login/enrolment",
          "GET /password-reset",
          "POST /password-reset",
          "GET /password-reset/sent",
          "GET /password-reset/{token}",
          "POST /password-reset/{token}",
          "GET /invitation/{token}",
          "POST /invitation/{token}",
          "GET /first-administrator/{token}",
          "POST /first-administrator/{token}",
          "POST /language",
          // where the gate sends a form whose session is over
          "POST /login/kept-form");

  /** What belongs to whoever is signed in, on either side. */
  private static boolean isOfBothSides(String path) {
    return path.matches("/|/search|/policy|/logout|/session|/kept-form/removal|/account(/.*)?");
  }

  /** One resource for both sides, whose look-up tells them apart. */
  private static boolean isShared(Route route) {
    return route.template().endsWith("/mx-checks");
  }

  private static final String NOTHING = "999999999";

  private static final Map<String, Browser> EVERYBODY = everybody();
  private static final Crawl OF_SANNE = Crawl.of(EVERYBODY.get("PARTNER_ADMIN"), "/");
  private static final Crawl OF_STAFF = Crawl.of(EVERYBODY.get("ADMINISTRATOR"), "/backoffice");

  private static Map<String, Browser> everybody() {
    var everybody = new LinkedHashMap<String, Browser>();
    everybody.put("PARTNER_ADMIN", Browser.of("sanne@havenkantoor.example"));
    everybody.put("PARTNER_USER", Browser.of("bram@havenkantoor.example"));
    everybody.put("REVIEWER", Browser.of("karim@routit.example"));
    everybody.put("NETWORK", Browser.of("lieke@routit.example"));
    everybody.put("ADMINISTRATOR", Browser.of("mirjam@routit.example"));
    everybody.put("AUDITOR", Browser.of("oscar@routit.example"));
    return everybody;
  }

  private static boolean isForPoints(Route route) {
    return route.template().startsWith("/enforcement/");
  }

  private static boolean isOfStaff(Route route) {
    return route.template().matches("/backoffice(/.*)?");
  }

  private static boolean may(String role, Route route) {
    return route.roles().isEmpty()
        || route.roles().contains("USER")
        || route.roles().contains(role)
        || route.roles().contains(role.startsWith("PARTNER") ? "PARTNER" : "STAFF");
  }

  /** Paths of the route as pages have them, or made of an id that they have. */
  private static Set<String> paths(Route route, Crawl crawl) {
    if (!route.hasVariables()) {
      return Set.of(route.template());
    }
    var paths = new TreeSet<String>();
    String stem = route.template().substring(0, route.template().indexOf('{'));
    var ids = new TreeSet<String>();
    for (String path : crawl.paths()) {
      if (route.takes(path)) {
        paths.add(path);
      }
      if (path.startsWith(stem)) {
        ids.add(path.substring(stem.length()).replaceFirst("/.*", ""));
      }
    }
    ids.stream().map(route::with).filter(route::takes).limit(5).forEach(paths::add);
    return paths.stream().limit(8).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Visit send(Browser who, Route route, String path) {
    return route.isPost() ? who.post(path) : who.get(path);
  }

  /** What a route of each kind says of itself, whoever wrote it. */
  @Test
  void eachSideHasItsOwnRoutesAndWhoOnlyReadsChangesNothing() {
    var faults = new ArrayList<String>();
    for (Route route : ROUTES) {
      var roles = route.roles();
      boolean ofPartner = roles.stream().anyMatch(role -> role.startsWith("PARTNER"));
      if (isShared(route)) {
        continue;
      }
      if (roles.isEmpty() != (OF_GUESTS.contains(route.toString()) || isForPoints(route))) {
        faults.add(route + ": a guest may only ask what stands in the list");
      } else if (isOfStaff(route) && (ofPartner || roles.contains("USER"))) {
        faults.add(route + ": the backoffice is staff's alone");
      } else if (isOfStaff(route)
          && route.isPost()
          && (roles.contains("STAFF") || roles.contains("AUDITOR"))) {
        faults.add(route + ": an auditor changes nothing, so name the roles that may");
      } else if (!roles.isEmpty()
          && !isOfStaff(route)
          && !isOfBothSides(route.template())
          && !Set.of("PARTNER", "PARTNER_ADMIN").containsAll(roles)) {
        faults.add(route + ": staff's pages are under /backoffice");
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(ROUTES.size() > 150, "routes found: " + ROUTES.size());
  }

  @Test
  void aGuestIsSentToTheLogin() {
    sentToTheLogin(Browser.guest());
  }

  @Test
  void thePointsTokenOpensNoPage() {
    try (var point = new PointOfTest("matrix")) {
      var faults = new ArrayList<String>();
      for (Route route : ROUTES) {
        if (!route.roles().isEmpty() && !route.isPost()) {
          String path = route.with(NOTHING);
          var request = Browser.request(path).header("Authorization", "Bearer " + point.token());
          expectLogin(faults, route, Browser.guest().send(request.GET()));
        }
      }
      assertEquals(List.of(), faults);
    }
  }

  @Test
  void aLockedAccountIsAGuest() {
    var people = new People();
    var locked =
        Browser.of(people.ofPartner(people.newPartner(), Role.PARTNER_ADMIN), People.PASSWORD);
    assertEquals(200, locked.get("/colleagues").status());
    String own = locked.get("/colleagues").find("href=\"/colleagues/(\\d+)\"").orElseThrow();
    var mirjam = EVERYBODY.get("ADMINISTRATOR");
    assertEquals(303, mirjam.post("/backoffice/accounts/" + own + "/lock").status());
    sentToTheLogin(locked);
  }

  private static void sentToTheLogin(Browser who) {
    var faults = new ArrayList<String>();
    for (Route route : ROUTES) {
      if (!route.roles().isEmpty()) {
        expectLogin(faults, route, send(who, route, route.with(NOTHING)));
      }
    }
    assertEquals(List.of(), faults);
  }

  private static void expectLogin(List<String> faults, Route route, Visit visit) {
    if (visit.status() != 303 || !visit.location().matches("/login(\\?next=.*)?")) {
      faults.add(route + " -> " + visit.status() + " " + visit.location());
    }
  }

  /** Real things where pages show them: the refusal must not depend on what is asked for. */
  @Test
  void whoMayNotIsRefusedAndWhoMayIsAnswered() {
    var faults = new ArrayList<String>();
    for (Route route : ROUTES) {
      if (isForPoints(route)) {
        continue;
      }
      var real = paths(route, isOfStaff(route) ? OF_STAFF : OF_SANNE);
      String path = real.isEmpty() ? route.with(NOTHING) : real.iterator().next();
      EVERYBODY.forEach(
          (role, who) -> {
            if (!may(role, route)) {
              var visit = send(who, route, path);
              if (visit.status() != 403) {
                faults.add(role + " " + route + " -> " + visit.status() + " for " + path);
              }
            } else if (!route.isPost() || route.hasVariables()) {
              // a POST of who may would do it: so for something that is not there
              var visit = send(who, route, route.isPost() ? route.with(NOTHING) : path);
              if (visit.status() == 403 || visit.status() == 401 || visit.status() >= 500) {
                faults.add(role + " " + route + " -> " + visit.status() + " for " + path);
              }
            }
          });
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void noSessionOpensWhatIsForPoints() {
    var faults = new ArrayList<String>();
    for (Route route : ROUTES) {
      if (isForPoints(route)) {
        var all = new ArrayList<>(EVERYBODY.values());
        all.add(Browser.guest());
        for (Browser who : all) {
          int status = send(who, route, route.with(NOTHING)).status();
          if (status != 401 && status != 404) {
            faults.add(route + " -> " + status);
          }
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  /** What one partner's pages lead to is not there for another, to read or to change. */
  @Test
  void whatIsAnotherPartnersIsNotThere() {
    var joris = Browser.of("joris@molenwiek.example"); // of whom there is an open case
    var worlds = List.of(OF_SANNE, Crawl.of(joris, "/"), OF_STAFF);
    var noor = Browser.of("noor@polder.example");
    var faults = new ArrayList<String>();
    var unreached = new TreeSet<String>();
    int asked = 0;
    for (Route route : ROUTES) {
      boolean ofPartner = route.roles().stream().anyMatch(role -> role.startsWith("PARTNER"));
      if (!route.hasVariables() || !ofPartner) {
        continue;
      }
      var paths = new TreeSet<String>();
      worlds.forEach(world -> paths.addAll(paths(route, world)));
      if (paths.isEmpty()) {
        unreached.add(route.toString());
      }
      for (String path : paths) {
        asked++;
        int status = send(noor, route, path).status();
        if (status != 404) {
          faults.add(route + " -> " + status + " for " + path);
        }
      }
    }
    assertEquals(List.of(), faults);
    assertEquals(Set.of(), unreached, "add to the demo world what leads there");
    assertTrue(asked > 60, "asked " + asked);
  }

  @Test
  void noOtherMethodIsTaken() {
    var faults = new ArrayList<String>();
    for (Route route : ROUTES) {
      for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
        var request =
            Browser.request(route.with(NOTHING))
                .method(method, java.net.http.HttpRequest.BodyPublishers.noBody());
        int status = EVERYBODY.get("ADMINISTRATOR").send(request).status();
        if (status != 405) {
          faults.add(method + " " + route.template() + " -> " + status);
        }
      }
    }
    assertEquals(Collections.emptyList(), faults);
  }
}
