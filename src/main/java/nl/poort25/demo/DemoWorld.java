package nl.poort25.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Customers;
import nl.poort25.account.Partner;
import nl.poort25.account.PasswordHashes;
import nl.poort25.audit.Act;
import nl.poort25.audit.Actor;
import nl.poort25.domain.DomainAct.DomainRegistered;
import nl.poort25.domain.DomainMailState;
import nl.poort25.domain.Origin;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationAction;
import nl.poort25.domain.RegistrationRequest;
import nl.poort25.domainname.DomainName;
import nl.poort25.login.DemoLogins;
import nl.poort25.mailservice.Delivery;
import nl.poort25.mailservice.DeliveryMethod;
import nl.poort25.mailservice.MailService;
import nl.poort25.mailservice.MailServiceAct.MailServiceOrdered;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** Fills the empty database of a demo run. */
@ApplicationScoped
public class DemoWorld {
  /** Of every account; the login page of a demo run shows it. */
  public static final String PASSWORD = "laat-mij-binnen-25";

  @PersistenceContext EntityManager em;
  @Inject Settings settings;
  @Inject InstantSource clock;
  @Inject Customers customers;
  @Inject DemoNetwork network;
  @Inject DemoMailServers mailServers;
  @Inject Event<Act> acts;
  @Inject Actor actor;
  @Inject DemoLogins shown;
  @Inject DemoExemptions exemptions;
  @Inject DemoTakeover takeover;
  @Inject DemoAbuse abuse;

  private final Map<String, Account> firstOf = new HashMap<>();

  @Transactional
  @ActivateRequestContext
  void begin(@Observes Startup event) {
    boolean wanted = settings.flag(Setting.DEMO);
    boolean isThere = isThere(em);
    refuseOther(em, wanted, isThere);
    if (!wanted) {
      return;
    }
    if (!isThere) {
      fill(clock.instant());
      em.createNativeQuery("insert into demo_world (id, made_at) values (1, current_timestamp)")
          .executeUpdate();
    }
    shown.show(DemoPeople.ALL.stream().map(DemoWorld::login).toList());
  }

  /** A database of a demo run is no other's, and another with partners is no demo run's. */
  static void refuseOther(EntityManager em, boolean wanted, boolean isThere) {
    if (isThere != wanted && (isThere || partners(em) > 0)) {
      throw new IllegalStateException(
          isThere
              ? "the database is one of a demo run, whose accounts have a password that everybody"
                  + " knows: name another database, or set "
                  + Setting.DEMO.key()
              : Setting.DEMO.key()
                  + " shows every mail with its links, and the database is no demo run's: name"
                  + " another database, or leave it out");
    }
  }

  static boolean isThere(EntityManager em) {
    return !em.createNativeQuery("select id from demo_world", Integer.class)
        .getResultList()
        .isEmpty();
  }

  private static long partners(EntityManager em) {
    return em.createQuery("select count(p) from Partner p", Long.class).getSingleResult();
  }

  private static DemoLogins.Login login(DemoPeople.Person person) {
    return new DemoLogins.Login(
        person.partner(), person.name(), person.email(), person.role(), PASSWORD);
  }

  private void fill(Instant now) {
    String hash = PasswordHashes.hash(PASSWORD);
    DemoPeople.ALL.forEach(person -> person(person, hash, now));
    DemoDomains.ALL.forEach(domain -> domain(domain, now));
    actAs(firstOf.get(DemoPeople.STAFF));
    network.fill(now);
    mailServers.fill(now);
    exemptions.fill(now);
    takeover.fill(now);
    abuse.fill(now);
  }

  private void person(DemoPeople.Person person, String hash, Instant now) {
    var colleague = firstOf.get(person.partner());
    Partner partner = null;
    if (colleague != null) {
      partner = colleague.getPartner();
    } else if (!person.partner().isEmpty()) {
      partner = new Partner(person.partner(), now);
      em.persist(partner);
    }
    var account =
        new Account(partner, person.email(), person.name(), Set.of(person.role()), "nl", now);
    account.setPassword(hash);
    em.persist(account);
    firstOf.putIfAbsent(person.partner(), account);
  }

  private void domain(DemoDomains.Domain domain, Instant now) {
    var owner = firstOf.get(domain.partner());
    var partner = owner.getPartner();
    actAs(owner);
    var asked =
        new RegistrationRequest(
            DomainName.parse(domain.name()),
            RegistrationAction.DO_NOT_MOVE,
            false,
            domain.customer());
    var registration =
        new Registration(
            partner,
            domain.customer() == null
                ? null
                : customers.namedOrNew(partner.getId(), domain.customer()),
            asked,
            Origin.ADMINISTRATIVE,
            token(domain.name()),
            now);
    // its customer moved here after its partner came: the MX records prove (3.5)
    registration.recordOtherMx(now);
    em.persist(registration);
    acts.fire(new DomainRegistered(registration));
    if (domain.service() != null) {
      service(domain, registration, owner, now);
    }
    if (domain.withdrawn()) {
      acts.fire(registration.withdraw(now));
    }
  }

  private void service(
      DemoDomains.Domain domain, Registration registration, Account owner, Instant now) {
    var kind = domain.service();
    var delivery =
        kind.hasDestination() && !kind.hasIntake()
            ? new Delivery(DeliveryMethod.SMTP, "mail." + registration.getName(), null)
            : new Delivery(DeliveryMethod.POP3, null, kind.hasLocalPart() ? "info" : null);
    var service = new MailService(registration, kind, delivery, owner, now);
    em.persist(service);
    registration.setMailState(
        domain.active() ? DomainMailState.ACTIVE : DomainMailState.ORDERED, now);
    acts.fire(new MailServiceOrdered(service));
    if (domain.active()) {
      actAs(firstOf.get(DemoPeople.STAFF));
      acts.fire(service.activate("Proefgegevens", now));
      actAs(owner);
    }
  }

  private void actAs(Account account) {
    actor.actAs(account.getId(), account.getName(), account.getPartner() == null);
  }

  /** The same at every start, so that a zone can be made for it. */
  private static String token(String name) {
    return String.format("demo%028x", name.hashCode() & 0xffffffffL);
  }
}
