package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a point would close that is open today, as its page says it before it enforces. */
class ObservedAddressIT {
  private static final String PARTNERS = "192.0.2.98"; // on ZAK-0331
  private static final String NOBODYS = "192.0.2.222";
  private static Browser lieke;

  @BeforeAll
  static void start() {
    lieke = Browser.of(Asking.NETWORK);
  }

  private static void observed(PointOfTest point, String seconds, String... lines) {
    point.sees(seconds, List.of(lines));
    var answer = point.report("observed", 0, "", new byte[0]);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private static String opened(PointOfTest point) {
    point.take();
    return point.holds().stream()
        .filter(line -> line.startsWith("open 192."))
        .map(line -> line.substring("open ".length()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> shown(Visit page) {
    return Pattern.compile("backoffice/addresses\\?q=([0-9a-f.:]+)\"")
        .matcher(page.html())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void beforeItEnforcesThePageSaysWhoseWouldBeClosed() {
    try (var point = new PointOfTest("sees-1")) {
      assertEquals(200, point.report("observed", 0, "", new byte[0]).statusCode());
      assertTrue(point.page().says("nog niet gemeld"), point.page().toString());
      String open = opened(point);
      observed(point, "3600", NOBODYS + " 3 60", open + " 9 30", PARTNERS + " 12 10");
      var page = point.page();
      assertEquals(List.of(PARTNERS, NOBODYS), shown(page), "partners first");
      assertTrue(
          page.says("zou dichtgaan: 2 adressen. Daarvan eigen mailservers van de provider: 0"),
          page.toString());
      assertTrue(page.says("Havenkantoor ICT , ZAK-0331"), page.toString());
      assertTrue(page.says("op geen enkele verbinding"), page.toString());
      assertTrue(page.says("Aantal dat open blijft: 1"), page.toString());
      assertTrue(page.says("is in die tijd niet gezien"), "not seen is not closed");
      assertTrue(page.says("verbindingen aannamen en dichtgaan: 2."), "beside the button");
      assertEquals(
          List.of(open), shown(lieke.get(point.path() + "/seen?what=stay")), "what stays open");
      // counted anew it is the later number; what is not told again stays
      observed(point, "3660 full", PARTNERS + " 13 0");
      assertEquals(List.of(PARTNERS, NOBODYS), shown(point.page()));
      assertTrue(point.page().says("De lijst van het punt is vol"));
      point.enforce();
      point.turn();
      assertFalse(point.page().says("Wat het zou sluiten"), "it has closed them");
    }
  }

  @Test
  void whatWasGrantedToSomeSourcesIsSaid() {
    var sanne = Browser.of(Asking.SANNE);
    try (var point = new PointOfTest("sees-2")) {
      long before = point.take();
      long id = Asking.open(sanne, "ZAK-0331", PARTNERS);
      Eventually.holds("a new state", () -> point.take() > before);
      observed(point, "60", PARTNERS + " 1 1");
      assertTrue(
          point.page().says("blijft open vanaf de goedgekeurde bronnen"), point.page().toString());
      Asking.withdraw(sanne, id);
      Asking.confirm(lieke, id, "closed");
    }
  }

  @Test
  void manyAreShownPageByPageAndNoneTwice() {
    try (var point = new PointOfTest("sees-3")) {
      point.take();
      var all = new ArrayList<>(IntStream.range(150, 210).mapToObj(i -> "192.0.2." + i).toList());
      all.addAll(IntStream.range(97, 103).mapToObj(i -> "192.0.2." + i).toList());
      all.addAll(List.of("2001:db8:25:40::7", "2001:db8:25::1"));
      observed(point, "3600", all.stream().map(address -> address + " 1 5").toArray(String[]::new));
      var seen = new ArrayList<String>();
      String path = point.path() + "/seen";
      for (int pages = 0; path != null && pages < 10; pages++) {
        var page = lieke.get(path);
        assertEquals(200, page.status(), path);
        seen.addAll(shown(page));
        path =
            page.find("rel=\"next\" href=\"([^\"]+)\"")
                .map(u -> u.replace("&amp;", "&"))
                .orElse(null);
      }
      var closes = new TreeSet<>(all);
      closes.removeAll(shown(lieke.get(point.path() + "/seen?what=stay")));
      assertEquals(closes.size(), seen.size());
      assertEquals(closes, new TreeSet<>(seen));
      // rubbish in the URL is the first page
      assertEquals(200, lieke.get(point.path() + "/seen?after=999999999999&what=x").status());
      assertEquals(404, lieke.get(PointOfTest.PATH + "/999999999/seen").status());
    }
  }

  @Test
  void onlyStaffSeesIt() {
    try (var point = new PointOfTest("sees-4")) {
      assertEquals(403, Browser.of(Asking.SANNE).get(point.path() + "/seen").status());
    }
  }
}
