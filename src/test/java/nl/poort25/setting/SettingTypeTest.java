package nl.poort25.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong in a setting is told at the start, and not when it is first used. */
class SettingTypeTest {
  /** A value that a hurried operator might write, for each that can be wrong. */
  private static final Map<Setting, String> WRONG = new EnumMap<>(Setting.class);

  static {
    WRONG.put(Setting.PUBLIC_URL, "https://portal.example/");
    WRONG.put(Setting.DEMO, "yes");
    WRONG.put(Setting.DEVELOPMENT, "1");
    WRONG.put(Setting.TRUSTED_PROXIES, "127.0.0.1;::1");
    WRONG.put(Setting.KEEP_MAIL_DAYS, "never");
    WRONG.put(Setting.LOG_REQUESTS, "sometimes");
    WRONG.put(Setting.BACKUP_TIME, "24:30");
    WRONG.put(Setting.KEEP_DNS_DAYS, "1");
    WRONG.put(Setting.KEEP_STATES_DAYS, "2 years");
    WRONG.put(Setting.KEEP_IMPORTS_DAYS, "");
    WRONG.put(Setting.SECOND_FACTOR_PARTNERS, "everybody");
    WRONG.put(Setting.PROVIDER_NAME, "");
    WRONG.put(Setting.ADMINISTRATION, " ");
    WRONG.put(Setting.CONTACT, "");
    WRONG.put(Setting.PRICE_CONTACT, "");
    WRONG.put(Setting.CONTRACT_PARTY, "");
    WRONG.put(Setting.RELAYS, "smtp.routit.net, smtp1.routit.net");
    WRONG.put(Setting.RESERVED_NAMES, "provider.example beheer.example");
    WRONG.put(Setting.RELAY_ADDRESSES, "192.0.2.0/29");
    WRONG.put(Setting.RELAY_MAILSTORE, "store.example");
    WRONG.put(Setting.RELAY_POSTMASTER, "postmaster");
    WRONG.put(Setting.MANAGEMENT_PREFIXES, "192.0.2.9/29");
    WRONG.put(Setting.CONTRACT_TERMS, "General terms = https://provider.example/terms | x");
    WRONG.put(Setting.DOCUMENT_REGISTRATION, "Service description | provider.example/dr.pdf");
    WRONG.put(Setting.DOCUMENT_MAIL, "https://provider.example/mail.pdf | Service description");
    WRONG.put(Setting.DOCUMENT_BROCHURES, "Brochure, ");
    WRONG.put(Setting.DNS_RESOLVER, "2001:db8::53");
    WRONG.put(Setting.MX_SCHEDULE, "on");
    WRONG.put(Setting.EXEMPTION_STRICT_ADDRESSES, "TRUE");
    WRONG.put(Setting.EXEMPTION_CLOSE_UNCONFIRMED, "no");
    WRONG.put(Setting.MAIL_HOST, "mail.example:587");
    WRONG.put(Setting.NAME_SERVERS, "ns1.provider.example, 192.0.2.53");
    WRONG.put(Setting.MAIL_STARTTLS, "starttls");
    WRONG.put(Setting.MAIL_FROM, "Poort 25");
    WRONG.put(Setting.CALENDAR, "dutch");
    WRONG.put(Setting.CALENDAR_CUSTOM, "25-12-2026");
    WRONG.put(Setting.TERM_CLOSING, "5 pm");
  }

  private static Settings settings(Setting setting, String value) {
    return new Settings(key -> key.equals(setting.key()) ? Optional.of(value) : Optional.empty());
  }

  private static boolean isNumber(Setting setting) {
    return setting.type().mustBe().startsWith("a whole number");
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void saysWhatIsWrongOrTakesAnyText(Setting setting) {
    if (setting.type().equals(SettingType.TEXT)) {
      assertFalse(WRONG.containsKey(setting));
      return;
    }
    for (String wrong :
        isNumber(setting)
            ? List.of("many", "-1", "", "2.5", "1000000001")
            : List.of(WRONG.get(setting))) {
      var fault = assertThrows(IllegalStateException.class, () -> settings(setting, wrong));
      assertTrue(fault.getMessage().startsWith(setting.key() + " must be "), fault.getMessage());
      assertTrue(fault.getMessage().endsWith("not \"" + wrong.strip() + "\""), fault.getMessage());
    }
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    var fault =
        assertThrows(IllegalStateException.class, () -> new Settings(key -> Optional.of("?")));
    long wrong =
        Arrays.stream(Setting.values())
            .filter(setting -> !setting.type().takes().test("?"))
            .filter(setting -> fault.getMessage().contains(setting.key() + " must be "))
            .count();
    assertTrue(wrong > WRONG.size(), fault.getMessage());
    assertEquals(wrong, fault.getMessage().split("; ").length);
  }

  /** None of these may stand in a log. */
  @Test
  void repeatsNoSecret() {
    for (Setting secret :
        List.of(Setting.DATA_KEY, Setting.MONITORING_TOKEN, Setting.MAIL_PASSWORD)) {
      assertEquals(SettingType.TEXT, secret.type());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PUBLIC_URL; https://portal.example:8443",
        "PUBLIC_URL; http://[2001:db8::25]:8080",
        "TRUSTED_PROXIES; 127.0.0.1, ::1, 192.0.2.16/28",
        "RELAYS; 5 mx.provider.example, 15 mx1.provider.example.",
        "CONTRACT_TERMS; sale, General terms | https://provider.example/terms?a=b",
        "DNS_RESOLVER; 192.0.2.53, [2001:db8::53]:5353, dns.example:53, [::1]",
        "MAIL_HOST; 192.0.2.25",
        "RESERVED_NAMES; provider.example, bücher.example.",
        "MAIL_FROM; portal@provider.example",
        "SECOND_FACTOR_PARTNERS; all",
        "CALENDAR_CUSTOM; 2026-12-25, 2026-12-26",
        "KEEP_MAIL_DAYS; forever",
        "KEEP_STATES_DAYS; 3650",
        "MANAGEMENT_PREFIXES; 192.0.2.0/24, 2001:db8:25::/48",
      })
  void takesWhatIsRight(String setting, String value) {
    assertEquals(value, settings(Setting.valueOf(setting), value).text(Setting.valueOf(setting)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PUBLIC_URL; portal.example",
        "PUBLIC_URL; https://Portal.example",
        "PUBLIC_URL; https://portal.example:443",
        "PUBLIC_URL; https://portal.example:70000",
        "TRUSTED_PROXIES; 0.0.0.0/0",
        "TRUSTED_PROXIES; 127.0.0.01",
        "RELAYS; 10 smtp.routit.net",
        "RELAYS; 10, 20",
        "RELAYS; 10 smtp.routit.net 20",
        "RELAYS; 0 .",
        "RELAYS; 20 smtp.routit.net, 10 smtp1.routit.net",
        "RELAYS; 10 smtp.routit.net, 10 smtp1.routit.net",
        "RELAYS; 10 a.example, 20 b.example, 30 c.example",
        "CONTRACT_TERMS; Terms | www.provider.example",
        "CONTRACT_TERMS; | https://provider.example",
        "CONTRACT_TERMS; sale |",
        "CONTRACT_TERMS; x | javascript:alert(1)",
        "CONTRACT_TERMS; x | //provider.example/a",
        "CONTRACT_TERMS; x | http:",
        "DNS_RESOLVER; 192.0.2.53:0",
        "DNS_RESOLVER; 192.0.2.53:dns",
        "CALENDAR_CUSTOM; 2026-02-30",
        "TERM_CLOSING; 24:00",
        "EXEMPTION_SOURCE_IPV4; 33",
      })
  void refusesWhatIsNot(String setting, String value) {
    assertThrows(IllegalStateException.class, () -> settings(Setting.valueOf(setting), value));
  }
}
