package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FieldMarksTest {
  private final FormErrors errors = new FormErrors().add("name", "web.form.required");

  @Test
  void aFieldWithoutFaultHasOnlyItsHint() {
    var marks = errors.marks("address", true);
    assertFalse(marks.wrong());
    assertNull(marks.style());
    assertNull(marks.invalid());
    assertEquals("address-hint", marks.describedBy());
    assertNull(errors.marks("address", false).describedBy());
  }

  @Test
  void aWrongOneHasItsMessageToo() {
    var marks = errors.marks("name", true);
    assertTrue(marks.wrong());
    assertEquals("is-invalid", marks.style());
    assertEquals("true", marks.invalid());
    assertEquals("name-hint name-error", marks.describedBy());
    assertEquals("name-error", errors.marks("name", false).describedBy());
  }
}
