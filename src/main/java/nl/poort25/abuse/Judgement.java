package nl.poort25.abuse;

/** What staff said of an answer. */
public enum Judgement {
  ACCEPTED,
  NOT_ACCEPTED
}
