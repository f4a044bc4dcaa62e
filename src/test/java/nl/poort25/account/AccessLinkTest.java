package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.poort25.login.PendingSignIn;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.Test;

class AccessLinkTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Settings SETTINGS =
      new Settings(
          key ->
              Optional.ofNullable(
                  Map.of(
                          "poort25.public.url", "https://poort25.example",
                          "poort25.link.valid.hours", "12")
                      .get(key)));

  private final Partner partner = new Partner("Havenkantoor ICT", NOW);
  private final Account account =
      new Account(partner, "jan@haven.example", "Jan", Set.of(Role.PARTNER_USER), "nl", NOW);

  @Test
  void isGoodUntilItExpires() {
    var purpose = LinkPurpose.PASSWORD_RESET;
    var link =
        new AccessLink(account, purpose, SecretToken.generate(), NOW, purpose.validFor(SETTINGS));
    assertTrue(link.isGood(NOW));
    assertTrue(link.isGood(NOW.plus(Duration.ofHours(12)).minusSeconds(1)));
    assertFalse(link.isGood(NOW.plus(Duration.ofHours(12))));
    assertTrue(link.isFor(LinkPurpose.PASSWORD_RESET));
    assertFalse(link.isFor(LinkPurpose.INVITATION));
  }

  @Test
  void lastsLongerAsAnInvitation() {
    assertEquals(Duration.ofHours(84), LinkPurpose.INVITATION.validFor(SETTINGS));
    assertEquals(Duration.ofHours(12), LinkPurpose.FIRST_ADMINISTRATOR.validFor(SETTINGS));
  }

  @Test
  void beginsWithTheConfiguredUrl() {
    var token = SecretToken.generate();
    assertEquals(
        "https://poort25.example/invitation/" + token.value(),
        LinkPurpose.INVITATION.url(SETTINGS, token));
  }

  @Test
  void isAnInvitationUntilThereIsAPasswordAndAResetFromThen() {
    assertTrue(PersonalLinks.mayHave(LinkPurpose.INVITATION, account));
    assertFalse(PersonalLinks.mayHave(LinkPurpose.PASSWORD_RESET, account));
    account.setPassword("hash");
    assertFalse(PersonalLinks.mayHave(LinkPurpose.INVITATION, account));
    assertTrue(PersonalLinks.mayHave(LinkPurpose.PASSWORD_RESET, account));
    assertFalse(PersonalLinks.mayHave(LinkPurpose.FIRST_ADMINISTRATOR, account));
  }

  @Test
  void isNotForWhoIsLocked() {
    account.lock();
    assertFalse(PersonalLinks.mayHave(LinkPurpose.INVITATION, account));
    account.unlock();
    partner.lock();
    assertFalse(PersonalLinks.mayHave(LinkPurpose.INVITATION, account));
  }

  @Test
  void letsWhoHasGivenThePasswordTenMinutesForTheCode() {
    var half = new PendingSignIn(1, 1, 1, "/", NOW);
    assertTrue(half.isGood(NOW.plus(Duration.ofMinutes(9))));
    assertFalse(half.isGood(NOW.plus(Duration.ofMinutes(10))));
    assertFalse(half.isGood(NOW.minus(Duration.ofHours(1))), "the clock was set back");
  }
}
