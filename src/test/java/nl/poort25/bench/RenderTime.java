package nl.poort25.bench;

import com.sun.management.ThreadMXBean;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.poort25.account.Role;
import nl.poort25.account.SignedInUser;
import nl.poort25.domain.DomainRow;
import nl.poort25.domain.DomainStatus;
import nl.poort25.list.BoundedCount;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Page;
import nl.poort25.web.Rendering;

/**
 * What it costs to make the HTML of the list of 25 domains out of its rows: processor time and
 * memory of one thread, without a container, a database or a client.
 */
final class RenderTime {
  private static final Map<String, String> DEFAULTS = Map.of("warmup", "20", "rounds", "5");
  private static final int PAGES = 2_000;

  private RenderTime() {}

  public static void main(String[] arguments) {
    var options = Options.of(arguments, DEFAULTS);
    var page = list();
    Supplier<String> whole = () -> Rendering.html(page, Locale.forLanguageTag("nl"));
    long end = System.nanoTime() + options.number("warmup") * 1_000_000_000L;
    while (System.nanoTime() < end) {
      var unused = whole.get();
    }
    for (int round = 0; round < options.number("rounds"); round++) {
      measure(whole);
    }
  }

  private static void measure(Supplier<String> rendered) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long time = threads.getCurrentThreadCpuTime();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long length = 0;
    for (int i = 0; i < PAGES; i++) {
      length += rendered.get().length();
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%.3f ms of processor, %d kB allocated, %d characters",
            (threads.getCurrentThreadCpuTime() - time) / 1e6 / PAGES,
            (threads.getCurrentThreadAllocatedBytes() - bytes) / 1024 / PAGES,
            length / PAGES));
  }

  /** As a partner sees it. */
  private static Page list() {
    var rows = new ArrayList<DomainRow>();
    var standings = List.of(DomainStatus.IN_ORDER, DomainStatus.MX_WRONG);
    for (int i = 0; i < ListPage.MOST; i++) {
      String name = "0" + (10_000 + i) + "-meetdomein.nl";
      rows.add(
          new DomainRow(
              i,
              name,
              name,
              name,
              "Bakkerij De Korenaar " + i,
              null,
              standings.get(i % 2),
              Instant.parse("2026-11-2%dT0%d:31:05Z".formatted(i % 5, i % 10)),
              null,
              null,
              null,
              null));
    }
    var request = new ListRequest("/domains", new MultivaluedHashMap<>());
    var user =
        new SignedInUser(
            7,
            "Sanne de Vries",
            "sanne@havenkantoor.example",
            3L,
            "Havenkantoor ICT",
            Set.of(Role.PARTNER_ADMIN),
            "nl",
            false);
    return Page.of("domain/list.html")
        .with("user", user)
        .with("path", "/domains")
        .with("here", "/domains")
        .with("sessionEnd", Instant.parse("2026-11-24T09:30:00Z"))
        .with("sessionLeft", 1799L)
        .with(
            "list",
            new ListPage<>(rows, request, false, null, "next", new BoundedCount(1_000, true), null))
        .with("base", "/domains")
        .with("due", Map.of())
        .with("nextText", null)
        .with("standings", DomainStatus.values());
  }
}
