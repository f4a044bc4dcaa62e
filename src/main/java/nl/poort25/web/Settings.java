package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** The settings as they were when the portal started. */
@ApplicationScoped
public class Settings {
  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  protected Settings() {}

  @Inject
  public Settings(Config config) {
    this(key -> config.getOptionalValue(key, String.class));
  }

  /**
   * @param source the value of a key, empty where it is not set
   * @throws IllegalStateException naming all that cannot be used, with what they must be
   */
  public Settings(Function<String, Optional<String>> source) {
    var faults = new ArrayList<String>();
    for (Setting setting : Setting.values()) {
      String value = source.apply(setting.key()).orElse(setting.byDefault()).strip();
      values.put(setting, value);
      if (!setting.type().takes().test(value)) {
        faults.add(fault(setting.key(), setting.type(), value));
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
  }

  /** What is wrong with it, for the operator. */
  public static String fault(String key, SettingType type, String value) {
    return key + " must be " + type.mustBe() + ", not \"" + value + "\"";
  }

  public String text(Setting setting) {
    return values.get(setting);
  }

  public boolean flag(Setting setting) {
    return Boolean.parseBoolean(text(setting));
  }

  /** Of a setting that is one, and within the bounds of its type. */
  public int number(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  /** The entries of a list that is separated by commas, without the empty ones. */
  public List<String> list(Setting setting) {
    return Arrays.stream(text(setting).split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** Puts the provider's own names into a text of the bundles. */
  String fillIn(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    List<String> relays = list(Setting.RELAYS);
    return text.replace("%provider%", quoted(text(Setting.PROVIDER_NAME)))
        .replace("%administration%", quoted(text(Setting.ADMINISTRATION)))
        .replace("%relay1%", quoted(hostOf(relays.get(0))))
        .replace("%relay2%", quoted(hostOf(relays.get(relays.size() - 1))))
        .replace("%prices%", quoted(text(Setting.PRICE_CONTACT)))
        .replace("%closing%", quoted(text(Setting.TERM_CLOSING)))
        .replace("%contact%", quoted(text(Setting.CONTACT)));
  }

  // a relay is set as its MX record, "10 smtp.example.net"
  private static String hostOf(String relay) {
    return relay.substring(relay.lastIndexOf(' ') + 1);
  }

  // a setting is no pattern: what MessageFormat would read in it, it shall not
  private static String quoted(String value) {
    return value.replace("'", "\u2019").replace("{", "(").replace("}", ")");
  }
}
