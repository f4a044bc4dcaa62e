package nl.poort25.backoffice;

import java.util.Set;
import nl.poort25.account.Role;
import nl.poort25.account.SignedInUser;
import nl.poort25.text.Text;

/**
 * A kind of task that waits for staff, with how many there are.
 *
 * @param by who may do them; each of staff may read them
 * @param href the list of exactly these
 */
public record StaffTask(String sign, Text what, Set<Role> by, String href) {
  boolean isFor(SignedInUser visitor) {
    return visitor.roles().stream().anyMatch(by::contains);
  }
}
