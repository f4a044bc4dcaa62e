package nl.poort25.abuse;

import nl.poort25.policy.GlossaryTerm;

/** The checklist of a full investigation (4.14), in the order in which one does it. */
public enum ItemKind {
  CAUSE(1),
  MEASURE(2),
  PROOF(3),
  RELAY_TEST(4, GlossaryTerm.OPEN_RELAY),
  LISTINGS(5, GlossaryTerm.BLOCKLIST);

  private final int number;
  private final GlossaryTerm term;

  ItemKind(int number) {
    this(number, null);
  }

  ItemKind(int number, GlossaryTerm term) {
    this.number = number;
    this.term = term;
  }

  /** The word of the glossary that it asks about; null for an item without one. */
  public GlossaryTerm getTerm() {
    return term;
  }

  /** As the pages count them, from 1. */
  public int getNumber() {
    return number;
  }
}
