package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nl.poort25.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostfixFaultTest {
  @ParameterizedTest
  @CsvSource({
    "!transport_maps does not use port25/transport, point.fault.not-used, true",
    "!smtpd_relay_restrictions asks cidr:/etc/first before port25/denied.cidr, point.fault.before,"
        + " true",
    "!parent_domain_matches_subdomains has relay_domains, point.fault.parents, true",
    "!rcpt jan@klant.nl no answer, point.fault.asked, false"
  })
  void whatTheAgentSaysOfMainCfIsSaidInTheReadersLanguage(String line, String key, boolean mends) {
    var fault = PostfixFault.of(line).orElseThrow();
    assertEquals(key, fault.text().key());
    assertEquals(mends, fault.ofSettings());
  }

  @Test
  void theNamesAreKept() {
    assertEquals(
        Optional.of(new Text("point.fault.not-used", List.of("transport_maps", "transport"))),
        PostfixFault.of("!transport_maps does not use port25/transport").map(PostfixFault::text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"!transport klant.nl relay:[192.0.2.66]:25", "domain klant.nl 192.0.2.9", "!", ""})
  void aRowOfATableIsNone(String line) {
    assertTrue(PostfixFault.of(line).isEmpty());
  }

  /** In single quotes, so that the shell leaves the parameters of Postfix alone. */
  @Test
  void everyLineOfTheSnippetIsACommand() {
    var commands = PostfixFault.commands().lines().toList();
    assertEquals("postfix reload", commands.get(commands.size() - 1));
    assertTrue(
        commands.contains(
            "postconf -e 'transport_maps ="
                + " ${default_database_type}:${config_directory}/port25/transport'"));
    assertTrue(
        commands.subList(0, commands.size() - 1).stream()
            .allMatch(line -> line.matches("postconf -e '[a-z_]+ = [^']+'")),
        commands.toString());
  }
}
