package nl.poort25.setting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
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
  static final String FOREVER = "forever";

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

  /** Of a number of days that something is kept; empty for ever. */
  public Optional<Duration> period(Setting setting) {
    return text(setting).equals(FOREVER)
        ? Optional.empty()
        : Optional.of(Duration.ofDays(number(setting)));
  }

  /** The entries of a list that is separated by commas, without the empty ones. */
  public List<String> list(Setting setting) {
    return Arrays.stream(text(setting).split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
