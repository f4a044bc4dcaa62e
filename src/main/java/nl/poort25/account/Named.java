package nl.poort25.account;

/** What lists show by name. */
public interface Named {
  Long getId();

  String getName();
}
