package nl.poort25.abuse;

import nl.poort25.policy.Term;

/** The checklist of a full investigation (4.14), in the order in which one does it. */
public enum ItemKind {
  CAUSE(1),
  MEASURE(2),
  PROOF(3),
  RELAY_TEST(4, Term.OPEN_RELAY),
  LISTINGS(5, Term.BLOCKLIST);

  private final int number;
  private final Term term;

  ItemKind(int number) {
    this(number, null);
  }

  ItemKind(int number, Term term) {
    this.number = number;
    this.term = term;
  }

  /** The word of the glossary that it asks about; null for an item without one. */
  public Term getTerm() {
    return term;
  }

  /** As the pages count them, from 1. */
  public int getNumber() {
    return number;
  }
}
