package nl.poort25.database;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * A process that brings the embedded database of that URL up to date and encrypts its secrets, for
 * a test that kills it.
 */
final class Migrating {
  private Migrating() {}

  public static void main(String[] arguments) {
    var source = new PortalDataSource();
    source.setUrl(arguments[0]);
    source.setUser("sa");
    Migrations.run(source);
    KeyRotation.run(source, settings(java.util.Map.of()));
  }

  /** Those of a portal. */
  static Config settings(java.util.Map<String, String> values) {
    return (Config)
        java.lang.reflect.Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, given) -> Optional.ofNullable(values.get(given[0])));
  }
}
