package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.MxVerdict.Reason;
import nl.poort25.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a verdict can say, it says in both languages. */
class MxTextsTest {
  static Stream<Text> everything() {
    var record = MxRecord.parse("10 relay.example");
    Stream<Text> ofSets =
        Arrays.stream(Reason.values())
            .flatMap(
                reason ->
                    reason == Reason.UNAVAILABLE
                        ? Arrays.stream(Cause.values()).map(c -> verdict(reason, Optional.of(c)))
                        : Stream.of(verdict(reason, Optional.empty())))
            .flatMap(v -> Stream.of(v.judgement(), v.advice(), v.note().orElseThrow()));
    Stream<Text> ofRecords =
        Arrays.stream(MxFinding.Kind.values())
            .flatMap(
                kind ->
                    Arrays.stream(MxFinding.Cure.values())
                        .map(cure -> new MxFinding(kind, cure, record, Optional.of(record), 20)))
            .flatMap(f -> Stream.of(f.judgement(), f.advice()));
    return Stream.concat(ofSets, ofRecords).distinct();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void isSaidInBothLanguages(Text text) {
    for (String language : List.of("nl", "en")) {
      String said = say(text, bundle(language));
      assertFalse(said.contains("{"), said);
      assertFalse(said.contains("  "), said);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void saysNothingThatNoVerdictNeeds(String language) {
    var needed =
        everything()
            .flatMap(text -> Stream.concat(Stream.of(text), text.arguments().stream()))
            .filter(Text.class::isInstance)
            .map(text -> ((Text) text).key())
            .toList();
    assertEquals(
        List.of(),
        bundle(language).keySet().stream()
            .filter(key -> key.matches("mx\\.(set|record|cure|cause)\\..*"))
            .filter(key -> !needed.contains(key))
            .toList());
  }

  private static String say(Text text, ResourceBundle bundle) {
    Object[] arguments =
        text.arguments().stream().map(a -> a instanceof Text t ? say(t, bundle) : a).toArray();
    return assertDoesNotThrow(
        () -> new MessageFormat(bundle.getString(text.key()), Locale.ROOT).format(arguments));
  }

  private static MxVerdict verdict(Reason reason, Optional<Cause> cause) {
    return new MxVerdict("klant.example", "other.example", reason, cause, List.of());
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle("messages", Locale.forLanguageTag(language));
  }
}
