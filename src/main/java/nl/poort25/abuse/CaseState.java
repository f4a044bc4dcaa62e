package nl.poort25.abuse;

/** In alphabetical order backwards: what is open stands first in a list. */
public enum CaseState {
  OPEN,
  CLOSED
}
