package nl.poort25.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that rows have of a class whose simple name is another by now, as the audit log has of
 * acts and verdicts have of rules: what is stored cannot be renamed. Texts keep it in their keys
 * too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredName {
  String value();
}
