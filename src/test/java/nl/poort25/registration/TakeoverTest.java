package nl.poort25.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.database.TestDatabase;
import nl.poort25.web.Settings;
import org.junit.jupiter.api.Test;

/** Names from a file that another partner holds are kept as asked for (3.5). */
class TakeoverTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void keepsWhichNamesOfOthersWereAskedFor() {
    try (var database =
        new TestDatabase(
            Registration.class,
            Partner.class,
            Customer.class,
            NameLock.class,
            RefusedClaim.class)) {
      database.run(
          em -> {
            var holder = partner(em, "Havenkantoor");
            em.persist(
                new Registration(
                    holder, null, asked("klant.nl"), Origin.ADMINISTRATIVE, "0123456789ab", NOW));
            var claims =
                List.of(
                    new Takeover.Claim(partner(em, "Polder").getId(), asked("www.klant.nl")),
                    new Takeover.Claim(holder.getId(), asked("mail.klant.nl")),
                    new Takeover.Claim(holder.getId(), asked("vrij.nl")));
            em.flush();
            takeover(em).keepRefused(claims, NOW);
          });
      assertEquals(
          List.of("www.klant.nl"),
          database.in(
              em ->
                  em.createQuery("select c.name from RefusedClaim c", String.class)
                      .getResultList()));
    }
  }

  @SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
  private static Takeover takeover(EntityManager em) {
    var takeover = new Takeover();
    takeover.em = em;
    takeover.claimants = new Claimants();
    takeover.claimants.em = em;
    takeover.reserved = new ReservedNames(new Settings(key -> Optional.empty()));
    return takeover;
  }

  private static Partner partner(EntityManager em, String name) {
    var partner = new Partner(name, NOW);
    em.persist(partner);
    return partner;
  }

  private static Application asked(String name) {
    return new Application(DomainName.parse(name), Action.DO_NOT_MOVE, false, null);
  }
}
