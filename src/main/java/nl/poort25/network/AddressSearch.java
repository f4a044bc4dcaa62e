package nl.poort25.network;

import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Map;
import nl.poort25.list.ListQuery;

/** Narrows a list by what is typed to search it: an address, a prefix or a whole number. */
public final class AddressSearch {
  private final String ids;
  private final String within;
  private final String ofNumber;

  /**
   * @param ids selects the ids of the list's rows that have an address between :first and :last
   * @param within the condition of such a row
   * @param ofNumber selects the ids of those with :number
   */
  public AddressSearch(String ids, String within, String ofNumber) {
    this.ids = ids;
    this.within = within;
    this.ofNumber = ofNumber;
  }

  /**
   * @param typed null for every row
   */
  public void narrow(EntityManager em, ListQuery<?> query, String typed) {
    var cidr = Cidr.tryParse(typed);
    if (cidr.isPresent()) {
      query.among(
          em, ids, within, Map.of("first", cidr.get().firstKey(), "last", cidr.get().lastKey()));
    } else if (typed != null) {
      var found =
          em.createQuery(ofNumber, Long.class)
              .setParameter("number", typed.toUpperCase(Locale.ROOT));
      query.among(found.getResultList());
    }
  }
}
