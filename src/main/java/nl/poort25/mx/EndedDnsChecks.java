package nl.poort25.mx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.stream.Stream;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.archive.ArchiveSource;
import nl.poort25.archive.OldRows;
import nl.poort25.domain.DomainAct;
import nl.poort25.domain.DomainAct.DomainTransferred;
import nl.poort25.domain.DomainAct.DomainWithdrawn;
import nl.poort25.setting.Setting;

/**
 * What the DNS said last of names that have ended, which no page shows. How a name was proven, and
 * when its MX records changed, stands with the registration and in the log.
 */
@ApplicationScoped
@Transactional
class EndedDnsChecks implements ArchiveSource {
  @PersistenceContext EntityManager em;

  void end(@Observes DomainAct act) {
    if (act instanceof DomainWithdrawn || act instanceof DomainTransferred) {
      // not through the entity, which a look that runs may write back
      em.createNativeQuery(
              "update dns_check set ended_at = :now, next_at = null, eager_at = null"
                  + " where registration_id = :id")
          .setParameter("now", act.registration().getWithdrawnAt())
          .setParameter("id", act.registration().getId())
          .executeUpdate();
    }
  }

  @Override
  public Setting keeps() {
    return ArchiveKind.DNS_CHECK.keeps();
  }

  @Override
  public Stream<OldRows> old(Instant before) {
    return Stream.of(OldRows.by(ArchiveKind.DNS_CHECK, "ended_at", before));
  }
}
