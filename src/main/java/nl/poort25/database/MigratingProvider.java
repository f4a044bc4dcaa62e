package nl.poort25.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.hibernate.jpa.HibernatePersistenceProvider;

/**
 * Hibernate, after the migrations have run. Its class transformer is switched off in
 * persistence.xml: Payara would feed it Hibernate's own classes, which ends in a
 * ClassCircularityError, and nothing here needs it.
 */
public class MigratingProvider extends HibernatePersistenceProvider {
  @Override
  @SuppressWarnings("rawtypes")
  public EntityManagerFactory createContainerEntityManagerFactory(
      PersistenceUnitInfo info, Map properties) {
    try {
      Flyway.configure(getClass().getClassLoader())
          .dataSource(info.getJtaDataSource())
          .locations("classpath:db/migration")
          .javaMigrations(new V002__append_only_audit())
          .load()
          .migrate();
      return super.createContainerEntityManagerFactory(info, properties);
    } catch (RuntimeException e) {
      StartGuard.giveUp("the database cannot be used", e);
      throw e;
    }
  }
}
