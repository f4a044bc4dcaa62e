package nl.poort25.exemption;

import java.util.function.Consumer;
import nl.poort25.account.EmailAddress;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;

/** Whom to reach about abuse. */
record ContactStep(String name, String email, String phone) implements StepForm {
  private static final int LONGEST_PHONE = 40;
  private static final String PHONE = "\\+?[0-9][0-9 ()./-]{6,38}";

  ContactStep(SentForm sent) {
    this(sent.text("contact-name"), sent.text("contact-email"), sent.text("contact-phone"));
  }

  static ContactStep of(Exemption draft) {
    var contact = draft.getAnswers().getContact();
    return contact == null
        ? new ContactStep("", "", "")
        : new ContactStep(
            StepForm.shown(contact.name()),
            StepForm.shown(contact.email()),
            StepForm.shown(contact.phone()));
  }

  @Override
  public Consumer<Exemption> read(FormErrors errors) {
    String who = errors.required("contact-name", name, SHORT);
    String number = errors.required("contact-phone", phone, LONGEST_PHONE);
    if (number != null && !number.matches(PHONE)) {
      errors.add("contact-phone", "exemption.contact.phone.wrong");
    }
    var contact = new AbuseContact(who, readEmail(errors), number);
    return draft -> draft.draftAnswers().setContact(contact);
  }

  private String readEmail(FormErrors errors) {
    try {
      return EmailAddress.parse(email).value();
    } catch (EmailAddress.Malformed e) {
      errors.add("contact-email", e.text());
      return null;
    }
  }
}
