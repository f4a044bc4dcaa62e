package nl.poort25.registration;

import java.time.Instant;

/**
 * A line of a list of domains.
 *
 * @param partner null where the list is of one partner and he sees it
 */
public record DomainRow(
    long id,
    String name,
    String unicodeName,
    String customer,
    String partner,
    Standing standing,
    Instant mxCheckedAt) {

  DomainRow(
      long id,
      String name,
      String unicodeName,
      String customer,
      Standing standing,
      Instant mxCheckedAt) {
    this(id, name, unicodeName, customer, null, standing, mxCheckedAt);
  }
}
