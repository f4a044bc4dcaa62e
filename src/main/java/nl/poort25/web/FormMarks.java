package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Makes and reads the hidden mark of a form, which says for which account and page it was shown.
 * Only the portal can make one, so that a kept form goes back to the same account only.
 */
public interface FormMarks {
  /** The field of a form that has it: the last one, so that it is found without reading all. */
  String FIELD = "form-mark";

  /**
   * @param page path and query that show the form again
   */
  record Mark(long account, String page) {}

  /** For the forms of that page; null where nobody is signed in. */
  String make(HttpServletRequest request, String page);

  /** Empty for what is none of ours. */
  Optional<Mark> read(String mark);

  /** Whether who sends this request is signed in as somebody else than the form was shown to. */
  boolean isOfAnother(HttpServletRequest request, Mark mark);

  /** Whether this browser was signed in lately, and is no more. */
  boolean wasSignedIn(HttpServletRequest request);
}
