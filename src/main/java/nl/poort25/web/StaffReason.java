package nl.poort25.web;

import jakarta.ws.rs.core.Response;

/**
 * The reason that an act of staff must have, with its field and errors, so that the page shows it
 * again where it is refused.
 *
 * @param field its name in the form
 * @param text null where it cannot be taken, with an error at the field
 * @param errors of the whole form
 */
public record StaffReason(String field, String typed, String text, FormErrors errors) {
  /** Characters. */
  private static final int LONGEST = 1000;

  /** Of an act that asks for nothing else. */
  public static StaffReason read(String field, String typed) {
    return read(field, typed, new FormErrors());
  }

  /**
   * @param errors of the whole form; gets what is wrong with the reason
   */
  public static StaffReason read(String field, String typed, FormErrors errors) {
    return new StaffReason(field, typed, errors.required(field, typed, LONGEST), errors);
  }

  /** Whether anything is wrong with the form that it is of. */
  public boolean isRefused() {
    return !errors.isEmpty();
  }

  /** The page with what was typed. */
  public Page on(Page page) {
    return page.with("givenReason", this).with("errors", errors);
  }

  public Response refuse(Page page) {
    return on(page).refused();
  }

  /** What the field of that name shows: the forms of a page have each its own. */
  public String typedIn(String name) {
    return name.equals(field) ? typed : null;
  }
}
