package nl.poort25.abuse;

/** What staff said of an answer. */
public enum AnswerReview {
  ACCEPTED,
  NOT_ACCEPTED
}
