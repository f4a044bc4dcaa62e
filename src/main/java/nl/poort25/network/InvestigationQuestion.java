package nl.poort25.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A question, fired as an event: which investigations of abuse are open (4.14)? Whoever knows
 * (abuse stands above this package) observes it and answers with {@link #isOpen}. They are few: it
 * asks for all, so that an upload of thousands of lines asks once.
 */
public final class InvestigationQuestion {
  /**
   * @param number of the case, as people name it
   * @param path of its page for staff
   * @param connectionId that it covers
   * @param addresses that it covers
   */
  public record Investigation(
      String number, String path, long connectionId, Collection<Cidr> addresses) {
    boolean covers(Connection connection) {
      return connection.getId() == connectionId;
    }

    boolean covers(Cidr cidr) {
      return addresses.stream().anyMatch(cidr::overlaps);
    }
  }

  private final List<Investigation> open = new ArrayList<>();

  public void isOpen(Investigation investigation) {
    open.add(investigation);
  }

  public List<Investigation> open() {
    return List.copyOf(open);
  }
}
