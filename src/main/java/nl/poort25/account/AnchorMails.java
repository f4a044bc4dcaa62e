package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import nl.poort25.audit.AnchorMade;
import nl.poort25.outbox.Outbox;

/** Sends each anchor of the audit log to the auditors; where there are none, to administrators. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class AnchorMails {
  @PersistenceContext EntityManager em;
  @Inject Outbox outbox;

  void write(@Observes AnchorMade made) {
    var readers = whoActs(Role.AUDITOR);
    for (var reader : readers.isEmpty() ? whoActs(Role.ADMINISTRATOR) : readers) {
      outbox.write(
          reader.getEmail(),
          reader.getLanguage(),
          "log-anchor",
          Map.of(
              "name",
              reader.getName(),
              "position",
              Long.toString(made.anchor().getPosition()),
              "line",
              made.anchor().line()));
    }
  }

  private List<Account> whoActs(Role role) {
    return em
        .createQuery(
            "select a from Account a where a.partner is null and a.roleNames like :role",
            Account.class)
        .setParameter("role", "%" + role + "%")
        .getResultList()
        .stream()
        .filter(account -> account.acts(role))
        .toList();
  }
}
