package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Reads again who is signed in for a request that has waited for its body. */
public interface SessionRevalidation {
  /** The attribute of a request with the moment at which the session ends if nothing is done. */
  String END = "nl.poort25.session.end";

  /**
   * Looks again who sends it: an account may be locked, or lose a role, while a form arrives.
   *
   * @return the roles as they are now, none for a guest; empty where whoever began it is signed in
   *     no more
   */
  Optional<Set<String>> rolesNow(HttpServletRequest request);
}
