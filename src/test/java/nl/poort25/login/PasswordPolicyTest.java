package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.poort25.account.EmailAddress;
import nl.poort25.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
  private static final EmailAddress EMAIL = new EmailAddress("Jan.Bakker@partner.example");
  private static final List<String> NAMES = List.of("Poort 25", "RoutIT");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vier gele fietsen varen",
        "zomer amsterdam voetbal koffie",
        "xK7#pQ2!vR9m",
        "839204715562",
        "brood met pindakaas en jam",
        "een wachtwoord dat niemand raadt",
        "пароль для почтового портала",
        "日本語のとても長い合言葉です",
        "🚲🌷🧀🌧️🚂🏡⛵🦆🐄🌾🛶🎡🍺"
      })
  void takesALongPasswordOfAnySigns(String password) {
    assertEquals(Optional.empty(), refusal(password));
  }

  @ParameterizedTest
  @NullAndEmptySource
  void refusesNone(String password) {
    assertEquals(because("missing"), refusal(password));
  }

  @Test
  void asksForTwelveCharacters() {
    assertEquals(because("short", 12), refusal("vier gele f"));
    assertEquals(Optional.empty(), refusal("vier gele fi"));
  }

  @Test
  void countsSignsAndNotBytesOrHalves() {
    assertEquals(because("short", 12), refusal("🚲🌷🧀🌧🚂🏡⛵🦆🐄🌾🛶"));
    // eleven signs, one of them typed as two
    assertEquals(because("short", 12), refusal("vier gele\u0301 f"));
  }

  @Test
  void takesNoMoreThanTwoHundred() {
    String fifty = "Ritselende populieren langs de stille oude rivier ";
    assertEquals(50, fifty.length());
    String allowed = fifty + fifty.toUpperCase(Locale.ROOT) + "x".repeat(3) + "qp".repeat(48) + "!";
    assertEquals(200, allowed.length());
    assertEquals(Optional.empty(), refusal(allowed));
    assertEquals(because("long", 200), refusal(allowed + "!"));
    assertEquals(because("long", 200), refusal("ab".repeat(1_000_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jan.bakker en zoon", "Ikben-JanBakker!", "bij jan bakker thuis"})
  void refusesTheNameInTheEmailAddress(String password) {
    assertEquals(because("email", "Jan.Bakker"), refusal(password));
  }

  @Test
  void takesAWordThatHoldsAVeryShortName() {
    var jan = new EmailAddress("jan@partner.example");
    assertEquals(
        Optional.empty(),
        PasswordPolicy.refusal("janken om gebakken peren", jan, NAMES, List.of()));
  }

  @Test
  void refusesTheNamesOfProductAndProvider() {
    assertEquals(because("name", "Poort 25"), refusal("mijn poort25 sleutel"));
    assertEquals(because("name", "RoutIT"), refusal("Route66 met ROUT-IT"));
    assertEquals(Optional.empty(), refusal("de poort naar de tuin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "            ",
        "aaaaaaaaaaaa",
        "abababababab",
        "123412341234",
        "123456789012",
        "098765432109",
        "abcdefghijkl",
        "zyxwvutsrqpo",
        "qwertyuiop12",
        "QWERTY123456",
        "1qaz2wsx3edc4rfv",
        "1q2w3e4r5t6y",
        "aaaabbbbcccc",
        "1 2 3 4 5 6 7 8",
        "asdfghjkl;'12",
        "abc123abc123",
        "!@#$%^&*()!@#$"
      })
  void refusesARunOrARepetition(String password) {
    assertEquals(because("common"), refusal(password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Welkom123456",
        "Welkom2026!!",
        "W3lk0m2026!!",
        "P@ssw0rd1234",
        "passwordpassword",
        "Welkom01Welkom01",
        "WachtwoordGeheim",
        "januari2026februari",
        "ZomerAmsterdam1!",
        "!!Feyenoord1908",
        "ditismijnwachtwoord",
        "Correct horse battery staple"
      })
  void refusesOneOrTwoCommonWordsHoweverDressed(String password) {
    assertEquals(because("common"), refusal(password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leavemealone",
        "finalfantasy",
        "112233445566",
        "Leave Me Alone",
        "l34v3m34l0n3",
        "enolaemevael",
        "michaeljackson",
        "liverpoolfc1892",
        "summer2026winter",
        "19-05-1981 1981"
      })
  void refusesWhatWasCrackedAndWhatIsMadeOfKnownWordsNamesAndDates(String password) {
    assertEquals(because("common"), refusal(password));
  }

  @ParameterizedTest
  @CsvSource({
    "havenkantoor2026, sanne@havenkantoor.example",
    "HavenKantoor2026!, sanne@havenkantoor.example",
    "h4v3nk4nt00r26, sanne@havenkantoor.example",
    "buchhandlüng-9, info@xn--buchhandlng-1hb.example",
    "zuidwest-kade 26, sanne@havenkantoor.example",
    "Zuidwestkade2026!, sanne@havenkantoor.example"
  })
  void countsTheWordsOfTheMailDomainAndThePartnerAsKnown(String password, String address) {
    var email = new EmailAddress(address);
    var around = List.of("Zuidwest-Kade B.V.");
    assertEquals(because("common"), PasswordPolicy.refusal(password, email, NAMES, around));
    var stranger = new EmailAddress("noor@polder.example");
    assertNotEquals(
        because("common"), PasswordPolicy.refusal(password + "?q", stranger, NAMES, List.of()));
  }

  @Test
  void takesAKnownWordInASentence() {
    var sanne = new EmailAddress("sanne@havenkantoor.example");
    assertEquals(
        Optional.empty(),
        PasswordPolicy.refusal("havenkantoor bij nacht en ontij", sanne, NAMES, List.of()));
  }

  private static Optional<Text> refusal(String password) {
    return PasswordPolicy.refusal(password, EMAIL, NAMES, List.of());
  }

  private static Optional<Text> because(String what, Object... arguments) {
    return Optional.of(Text.of("account.password." + what, arguments));
  }
}
