package nl.poort25.abuse;

/** What staff has to do in an open case. */
public enum CaseTask {
  /** nobody has confirmed that the block is in force */
  TO_CONFIRM,
  /** the partner has answered an item */
  TO_JUDGE,
  /** every item is accepted */
  TO_CLOSE;

  /** In a query of open cases that are called c. */
  String condition() {
    String item = "exists (select i.id from InvestigationItem i where i.abuseCase = c and ";
    return switch (this) {
      case TO_CONFIRM -> "c.confirmation.at is null";
      case TO_JUDGE -> item + "i.answer is not null and i.judgement is null)";
      case TO_CLOSE -> "not " + item + "(i.judgement is null or i.judgement <> ACCEPTED))";
    };
  }
}
