package nl.poort25.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Passwords;
import nl.poort25.account.Role;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/** Fills an empty database of a demo run with the small named world. */
@ApplicationScoped
public class DemoWorld {
  public static final String PASSWORD = "laat-mij-binnen-25";
  @PersistenceContext EntityManager em;
  @Inject Settings settings;
  @Inject InstantSource clock;

  @Transactional
  void begin(@Observes Startup event) {
    if (settings.flag(Setting.DEMO)
        && em.createQuery("select count(p) from Partner p", Long.class).getSingleResult() == 0) {
      fill(clock.instant());
    }
  }

  private void fill(Instant now) {
    String hash = Passwords.hash(PASSWORD);
    var havenkantoor = partner("Havenkantoor ICT", now);
    account(
        havenkantoor, "sanne@havenkantoor.example", "Sanne de Wit", Role.PARTNER_ADMIN, hash, now);
    account(null, "karim@routit.example", "Karim Bos", Role.REVIEWER, hash, now);
  }

  private Partner partner(String name, Instant now) {
    var partner = new Partner(name, now);
    em.persist(partner);
    return partner;
  }

  private void account(
      Partner partner, String email, String name, Role role, String hash, Instant now) {
    var account = new Account(partner, email, name, Set.of(role), "nl", now);
    account.setsPassword(hash);
    em.persist(account);
  }
}
