package nl.poort25;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A bean that calls itself by an injected field, for a transaction of its own, must not do so from
 * a method that is intercepted: Weld lets such a call pass every interceptor by, and the
 * transaction is never begun. The log's key was made in an act's transaction that way, and went
 * with it.
 */
class SelfInjectionTest {
  private static final ArchRule RULE =
      methods()
          .should(
              new ArchCondition<JavaMethod>("not call their own bean where they are intercepted") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  if (isIntercepted(method) && usesItself(method, new HashSet<>())) {
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " calls its own bean in vain"));
                  }
                }
              });

  /** Observers of the start only hand something on that runs later, on another thread. */
  private static boolean isIntercepted(JavaMethod method) {
    boolean isObserver =
        method.getParameters().stream().anyMatch(p -> p.isAnnotatedWith(Observes.class));
    if (method.isAnnotatedWith(Transactional.class)) {
      return true;
    }
    return method.getOwner().isAnnotatedWith(Transactional.class)
        && !method.getModifiers().contains(JavaModifier.PRIVATE)
        && !method.getModifiers().contains(JavaModifier.STATIC)
        && !isObserver;
  }

  /** Itself, or by a method of the same class that it calls without a bean between. */
  private static boolean usesItself(JavaMethod method, Set<JavaMethod> seen) {
    if (!seen.add(method)) {
      return false;
    }
    return method.getFieldAccesses().stream()
            .flatMap(access -> access.getTarget().resolveMember().stream())
            .anyMatch(SelfInjectionTest::isSelf)
        || Stream.concat(
                method.getMethodCallsFromSelf().stream(),
                method.getMethodReferencesFromSelf().stream())
            .filter(call -> isOfSameClass(call, method))
            .flatMap(call -> call.getTarget().resolveMember().stream())
            .anyMatch(next -> next instanceof JavaMethod called && usesItself(called, seen));
  }

  private static boolean isOfSameClass(JavaAccess<?> call, JavaMember method) {
    return call.getTargetOwner().equals(method.getOwner());
  }

  private static boolean isSelf(JavaField field) {
    return field.isAnnotatedWith(Inject.class) && field.getRawType().equals(field.getOwner());
  }

  /** As the keys of the log were once. */
  @Transactional(TxType.REQUIRES_NEW)
  @SuppressWarnings("UnusedMethod")
  private static final class Keys {
    @Inject Keys transactional;

    @Transactional(TxType.SUPPORTS)
    void current() {
      made();
    }

    private void made() {
      transactional.make();
    }

    void make() {
      // in a transaction of its own, as it believes
    }
  }

  @Test
  void nobodyAsksHisOwnBeanForATransactionInVain() {
    RULE.check(PortalClasses.ALL);
    var keys = new ClassFileImporter().importClasses(Keys.class);
    assertTrue(RULE.evaluate(keys).hasViolation());
  }
}
