package nl.poort25.policy;

import nl.poort25.text.Text;

/** The provider's versions of the policy (1.3), oldest first. */
public enum PolicyVersion {
  JULY_2015("2015-07"),
  NOVEMBER_2016("2016-11-28"),
  DECEMBER_2016("2016-12-19");

  private final String id;

  PolicyVersion(String id) {
    this.id = id;
  }

  /** What decisions and acknowledgements store: the date of the version, at most 10 characters. */
  public String id() {
    return id;
  }

  public static PolicyVersion current() {
    return values()[values().length - 1];
  }

  /** The date in words. */
  public Text date() {
    return Text.of("policy.version." + id + ".date");
  }

  public Text change() {
    return Text.of("policy.version." + id + ".change");
  }
}
