package nl.poort25.policy;

import java.util.List;
import nl.poort25.database.StoredNames;

/**
 * A rule of the policy, judged on facts alone. Implemented by one enum per feature: the constant is
 * the key of its messages and its code in the audit log.
 *
 * @param <C> the record of every fact that the feature's rules may look at
 */
public interface Rule<C> {
  String name();

  /** What the constant was made with. */
  RuleBody<C> body();

  default Citation cites() {
    return body().cites();
  }

  /** What breaks the rule, as the reader would write it; none if the rule holds. */
  default List<String> offenders(C facts) {
    return body().offenders().apply(facts);
  }

  /**
   * Whether what it looks at is known yet. Without that it finds nothing, which is not the same as
   * that it holds: a page says "not judged yet".
   */
  default boolean hasFacts(C facts) {
    return true;
  }

  /** "RegistrationRule.NAME_IS_FREE". */
  default String key() {
    return StoredNames.of(((Enum<?>) this).getDeclaringClass()) + "." + name();
  }
}
