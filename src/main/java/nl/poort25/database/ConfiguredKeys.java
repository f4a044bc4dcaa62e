package nl.poort25.database;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import nl.poort25.setting.Setting;

/**
 * The data keys that the settings point to.
 *
 * @param where they are from, for the operator
 */
record ConfiguredKeys(DataKeys keys, String where) {
  /**
   * Makes a file of them where none is named and the database has no key yet.
   *
   * @param settings by their keys
   * @param inUse the id of the key that the database is under; null for one that has none yet
   * @throws IllegalStateException with a sentence for the operator if there are none
   */
  static ConfiguredKeys find(
      PortalDataSource source, Function<String, Optional<String>> settings, String inUse) {
    String given = text(settings, Setting.DATA_KEY);
    String named = text(settings, Setting.DATA_KEY_FILE);
    if (!given.isEmpty()) {
      String where = "the setting " + Setting.DATA_KEY.key();
      return new ConfiguredKeys(DataKeys.parse(given, where), where);
    }
    if (named.isEmpty() && source.isInMemory()) {
      // goes with the database
      return new ConfiguredKeys(DataKeys.parse(DataKeys.generate(), "memory"), "memory");
    }
    var file = named.isEmpty() ? KeyFile.beside(source.file()) : new KeyFile(Path.of(named));
    mustBeThere(file, !named.isEmpty(), inUse);
    return new ConfiguredKeys(file.read(), "" + file.path());
  }

  private static String text(Function<String, Optional<String>> settings, Setting setting) {
    return settings.apply(setting.key()).orElse("").strip();
  }

  private static void mustBeThere(KeyFile file, boolean isNamed, String inUse) {
    if (file.exists()) {
      return;
    }
    if (inUse != null) {
      throw new IllegalStateException(
          "the data key is missing: secrets in the database are encrypted with the key "
              + inUse
              + ", and there is no file "
              + file.path()
              + ". Put it back from its copy, or name where it is with "
              + Setting.DATA_KEY_FILE.key()
              + ". If it is lost for good: src/docs/decisions.md, The data key is lost");
    }
    if (isNamed) {
      throw new IllegalStateException(
          "there is no file "
              + file.path()
              + ", which "
              + Setting.DATA_KEY_FILE.key()
              + " names: make it with (umask 077; openssl rand -base64 32 > "
              + file.path()
              + ")");
    }
    file.make();
  }
}
