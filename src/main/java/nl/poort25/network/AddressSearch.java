package nl.poort25.network;

import java.util.Locale;
import nl.poort25.list.ListQuery;

/** Narrows a list by what is typed to search it: an address, a prefix or a whole number. */
public final class AddressSearch {
  private AddressSearch() {}

  /**
   * @param typed null for every row
   * @param within the condition of rows that have an address between :first and :last
   * @param number the column of the number
   */
  public static void narrow(ListQuery<?> query, String typed, String within, String number) {
    var cidr = Cidr.tryParse(typed);
    if (cidr.isPresent()) {
      query.where(within).with("first", cidr.get().firstKey()).with("last", cidr.get().lastKey());
    } else if (typed != null) {
      query.whereEqual(number, typed.toUpperCase(Locale.ROOT));
    }
  }
}
