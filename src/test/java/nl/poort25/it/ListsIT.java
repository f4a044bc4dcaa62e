package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every list with more than two pages of every state and nothing in the columns that may be empty:
 * each page answers, and each row is seen once. Staff's home failed for everybody from the 26th
 * ticket without a term on.
 */
@Tag(Trials.ON_ONE_DATABASE)
class ListsIT {
  private static final String STAFF = "mirjam@routit.example";
  private static final String PARTNER = "sanne@havenkantoor.example";

  /**
   * How far the build goes in a long list; the long form ({@code -Ptrials}) goes to the end of
   * each. On the embedded database it does so too where nothing narrows the list, and where that
   * leaves few pages, so that every state is seen to its end.
   */
  private static final int FURTHEST = Trials.isLong() ? Walk.MOST_PAGES : 5;

  private static final int FURTHEST_ON_POSTGRESQL = Trials.isLong() ? Walk.MOST_PAGES : 2;

  /** On either in each build, also where nothing else in a portal runs on both. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachRowIsSeenOnce(boolean onPostgreSql) throws SQLException {
    try (var own = new OwnDatabase(onPostgreSql);
        var portal = new OtherPortal(ListRows.settings(own));
        var database = own.open()) {
      walk(portal.url(), database, walk -> furthest(walk, onPostgreSql));
    }
  }

  private static int furthest(Walk walk, boolean onPostgreSql) {
    if (onPostgreSql) {
      return FURTHEST_ON_POSTGRESQL;
    }
    return walk.isOfAll() ? Walk.MOST_PAGES : FURTHEST;
  }

  private static void walk(String portal, Connection database, ToIntFunction<Walk> furthest)
      throws SQLException {
    var rows = new ListRows(database);
    database.setAutoCommit(false);
    rows.fill();
    database.commit();
    database.setAutoCommit(true);
    var faults = new ArrayList<String>();
    var staff = Browser.at(portal, STAFF);
    var sanne = Browser.at(portal, PARTNER);
    var wentOn = new TreeSet<String>();
    ListWalks.ofStaff(rows.partner(), rows.firewall)
        .forEach(
            walk -> look(faults, () -> go(walk, staff, rows, furthest.applyAsInt(walk), wentOn)));
    ListWalks.ofPartner(rows.partner())
        .forEach(
            walk -> look(faults, () -> go(walk, sanne, rows, furthest.applyAsInt(walk), wentOn)));
    var cut = ListWalks.CUT.values().stream().filter(page -> page != null);
    Stream.concat(cut, ListWalks.STAFF_PAGES.stream())
        .distinct()
        .forEach(page -> look(faults, () -> answers(staff, rows, page)));
    ListWalks.PARTNER_PAGES.forEach(page -> look(faults, () -> answers(sanne, rows, page)));
    look(faults, () -> assertAllGoOn(wentOn));
    if (!faults.isEmpty()) {
      fail(faults.size() + " faults:\n" + String.join("\n", faults));
    }
  }

  /** A filter that no walk takes to a second page may be lost there. */
  private static void assertAllGoOn(Set<String> wentOn) {
    var filters = ListFilters.all();
    filters.removeAll(wentOn);
    assertEquals(Set.of(), filters, "filters of which no walk has a second page");
  }

  private static void go(
      Walk walk, Browser reader, ListRows rows, int furthest, Set<String> wentOn) {
    if (walk.by(reader, rows::found, furthest) > 1) {
      wentOn.addAll(walk.filters());
    }
  }

  /** All of them are told, not the first alone. */
  private static void look(List<String> faults, Runnable look) {
    try {
      look.run();
    } catch (AssertionError e) {
      faults.add(e.getMessage());
    }
  }

  private static void answers(Browser reader, ListRows rows, String page) {
    String path =
        page.replace("{partner}", "" + rows.partner())
            .replace("{ticket}", "" + rows.conversation)
            .replace("{domain}", "" + rows.domain)
            .replace("{exemption}", "" + rows.exemption)
            .replace("{case}", "" + rows.openCase)
            .replace("{prober}", "" + rows.prober)
            .replace("{firewall}", "" + rows.firewall)
            .replace(
                "{generation}",
                rows.found("select max(number) from generation where target = 'FIREWALL'")
                    .iterator()
                    .next());
    var visit = reader.get(path);
    // search leads on where it finds one thing
    String to = visit.location() == null ? path : visit.location();
    assertEquals(200, (visit.location() == null ? visit : reader.get(to)).status(), to);
  }
}
