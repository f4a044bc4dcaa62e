package nl.poort25.abuse;

/** The checklist of a full investigation (4.14), in the order in which one does it. */
public enum ItemKind {
  CAUSE(1),
  MEASURE(2),
  PROOF(3),
  RELAY_TEST(4),
  LISTINGS(5);

  private final int number;

  ItemKind(int number) {
    this.number = number;
  }

  /** As the pages count them, from 1. */
  public int getNumber() {
    return number;
  }
}
