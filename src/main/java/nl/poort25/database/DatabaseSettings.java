package nl.poort25.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.poort25.setting.Setting;
import nl.poort25.setting.SettingType;
import nl.poort25.setting.Settings;
import org.eclipse.microprofile.config.Config;

/**
 * Looks at every setting before the first connection: those of {@link Database} are read by the
 * container, which goes on without what it cannot read.
 */
final class DatabaseSettings {
  private static final Logger LOG = Logger.getLogger(DatabaseSettings.class.getName());
  private static final String PREFIX = "poort25.";
  private static final Map<String, SettingType> NUMBERS =
      Map.of(
          "poort25.db.lock.seconds", SettingType.number(0, 3_600),
          "poort25.db.statement.seconds", SettingType.number(0, 86_400),
          "poort25.db.pool.seconds", SettingType.number(1, 3_600));
  private static final Set<String> TEXTS =
      Set.of("poort25.db.url", "poort25.db.user", "poort25.db.password");

  private DatabaseSettings() {}

  /**
   * @throws IllegalStateException naming what cannot be used
   */
  static void check(Config config) {
    check(key -> config.getOptionalValue(key, String.class));
    var names = StreamSupport.stream(config.getPropertyNames().spliterator(), false);
    for (String name : unknown(names)) {
      LOG.log(Level.WARNING, "there is no setting {0}: it changes nothing", name);
    }
  }

  static void check(Function<String, Optional<String>> source) {
    new Settings(source);
    var faults = new TreeSet<String>();
    NUMBERS.forEach(
        (key, type) ->
            source
                .apply(key)
                .filter(value -> !type.takes().test(value))
                .ifPresent(value -> faults.add(Settings.fault(key, type, value))));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
  }

  /** Names that look like settings of this portal, in the environment too, and are none. */
  static Set<String> unknown(Stream<String> names) {
    var known =
        Stream.of(
                Arrays.stream(Setting.values()).map(Setting::key),
                NUMBERS.keySet().stream(),
                TEXTS.stream())
            .flatMap(keys -> keys)
            .map(DatabaseSettings::inEnvironment)
            .collect(Collectors.toSet());
    return names
        .filter(name -> name.startsWith(PREFIX) || name.startsWith(inEnvironment(PREFIX)))
        .filter(name -> !known.contains(inEnvironment(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String inEnvironment(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
