package nl.poort25.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Texts, dates, numbers and durations in one reader's language, for templates (as {@code t}) and
 * mails. Dates are in Amsterdam time, as in POLICY 4.9.
 */
public final class LocalizedTexts {
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
  private static final Format MINUTE = new Format("HH:mm");
  private static final Format SECOND = new Format("HH:mm:ss");
  private static final Format SHORT_DAY = new Format("d MMM");
  private static final Format DAY = new Format("d MMM yyyy");
  private static final Format LONG_DAY = new Format("EEEE d MMMM yyyy");
  private static final Format ZONE_NAME = new Format("z");

  private final Texts texts;
  private final Locale locale;
  private final Instant now;
  private final Map<LocalDate, String> days = new ConcurrentHashMap<>();
  private final Map<ZoneOffset, String> zones = new ConcurrentHashMap<>();

  /** In each language. */
  private record Format(String pattern, Map<Locale, DateTimeFormatter> made) {
    Format(String pattern) {
      this(pattern, new ConcurrentHashMap<>());
    }

    DateTimeFormatter in(Locale locale) {
      return made.computeIfAbsent(locale, l -> DateTimeFormatter.ofPattern(pattern, l));
    }
  }

  public LocalizedTexts(Texts texts, Locale locale, Instant now) {
    this.texts = texts;
    this.locale = locale;
    this.now = now;
  }

  /** The same for what is kept: without a moment that it is read at, it says no time of day. */
  public LocalizedTexts timeless() {
    return new LocalizedTexts(texts, locale, null);
  }

  /** An instant in it is put as one says it, a duration too. */
  public String of(Text text) {
    return texts.in(locale, timed(text, this::moment));
  }

  /** The same for what is read later, such as a mail: an instant in it is put in full. */
  public String lasting(Text text) {
    return texts.in(locale, timed(text, this::exact));
  }

  private Text timed(Text text, Function<Instant, String> words) {
    return new Text(
        text.key(), text.arguments().stream().map(argument -> timed(argument, words)).toList());
  }

  private Object timed(Object argument, Function<Instant, String> words) {
    if (argument instanceof Instant at) {
      return words.apply(at);
    } else if (argument instanceof Duration duration) {
      return duration(duration);
    }
    return argument instanceof Text inner ? timed(inner, words) : argument;
  }

  /** Apart from the next one, because templates cannot call that one without arguments. */
  public String of(String key) {
    String found = texts.in(locale, key);
    if (found == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return found;
  }

  public String of(String key, Object... arguments) {
    return texts.in(locale, Text.of(key, arguments));
  }

  /**
   * An error for the summary, with a place for the name of its field: see {@link FieldNamePlaces}.
   */
  public String summary(String field, Text error) {
    return FieldNamePlaces.of(field, error.key().startsWith("web.form."), of(error));
  }

  /** The text of a key that is put together from a prefix and a name, such as an enum's. */
  public String name(String prefix, Object constant) {
    return of(prefix + "." + constant);
  }

  /** The text of a key, or what to say where there is none. */
  public String wordOr(String key, String otherwise) {
    String found = texts.in(locale, key);
    return found == null ? otherwise : found;
  }

  /**
   * A value that was kept as a plain text: a constant with words of its own, an instant, a word.
   */
  public String value(String prefix, String value) {
    if (INSTANT.matcher(value).matches()) {
      try {
        return exact(Instant.parse(value));
      } catch (DateTimeParseException e) {
        return value; // somebody typed what looks like one
      }
    }
    return wordOr(prefix + value, value);
  }

  public String getLanguage() {
    return locale.toLanguageTag();
  }

  public Instant getNow() {
    return now;
  }

  /** As one says it: "vandaag 08:31", "gisteren 15:02", "5 nov 10:12", "5 nov 2024 10:12". */
  public String moment(Instant instant) {
    if (instant == null) {
      return "";
    }
    var at = instant.atZone(ZONE);
    var today = LocalDate.ofInstant(now, ZONE);
    String time = at.format(MINUTE.in(locale));
    if (at.toLocalDate().equals(today)) {
      return of("web.today", time);
    }
    if (at.toLocalDate().equals(today.minusDays(1))) {
      return of("web.yesterday", time);
    }
    if (at.toLocalDate().equals(today.plusDays(1))) {
      return of("web.tomorrow", time);
    }
    return day(instant) + " " + time;
  }

  public String day(Instant instant) {
    if (instant == null) {
      return "";
    }
    var at = instant.atZone(ZONE);
    boolean thisYear = at.getYear() == now.atZone(ZONE).getYear();
    return at.format((thisYear ? SHORT_DAY : DAY).in(locale)).replace(".", "");
  }

  /** The whole instant, for the title of a shortened one. */
  public String exact(Instant instant) {
    if (instant == null) {
      return "";
    }
    var at = instant.atZone(ZONE);
    // most moments of a page are of a few days, and the names in a date take longest
    String day = days.computeIfAbsent(at.toLocalDate(), date -> date.format(LONG_DAY.in(locale)));
    String zone = zones.computeIfAbsent(at.getOffset(), offset -> at.format(ZONE_NAME.in(locale)));
    return day + " " + at.format(SECOND.in(locale)) + " " + zone;
  }

  /** A duration in its largest fitting unit, rounded up: "1 uur", "90 minuten", "2 dagen". */
  public String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds >= 2 * 86400 || seconds == 86400) {
      return of("web.days", (seconds + 86399) / 86400);
    }
    if (seconds >= 2 * 3600 || seconds == 3600) {
      return of("web.hours", (seconds + 3599) / 3600);
    }
    return seconds >= 60 ? of("web.minutes", (seconds + 59) / 60) : of("web.seconds", seconds);
  }

  /** A time that has passed, in whole units; the first minute is not counted in seconds. */
  public String elapsed(Duration duration) {
    if (duration.toMinutes() < 1) {
      return of("web.minutes.none");
    }
    boolean isOfDays = duration.toDays() >= 2;
    return duration(
        isOfDays || duration.toHours() >= 2
            ? duration.truncatedTo(isOfDays ? ChronoUnit.DAYS : ChronoUnit.HOURS)
            : duration.truncatedTo(ChronoUnit.MINUTES));
  }

  /** Of a file, in its largest fitting unit: "256 kB", "10 MB". */
  public String size(long kilobytes) {
    return of(FileSize.of(kilobytes));
  }

  public String number(long number) {
    return String.format(locale, "%,d", number);
  }
}
