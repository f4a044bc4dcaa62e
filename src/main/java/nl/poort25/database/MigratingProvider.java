package nl.poort25.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.jpa.HibernatePersistenceProvider;

/**
 * Hibernate as the persistence provider, started after the migrations. Its class transformer is
 * switched off in persistence.xml: Payara would feed it Hibernate's own classes, which ends in a
 * ClassCircularityError, and nothing here needs it.
 */
public class MigratingProvider extends HibernatePersistenceProvider {
  @Override
  @SuppressWarnings("rawtypes")
  public EntityManagerFactory createContainerEntityManagerFactory(
      PersistenceUnitInfo info, Map properties) {
    DeploymentWatchdog.watch();
    // before anything is changed by what they say
    DatabaseSettings.check(ConfigProvider.getConfig());
    // before the pool has its first connection: an embedded file is copied while it is closed
    var config = ConfigProvider.getConfig();
    var source = Migrations.source(config);
    Migrations.run(source);
    KeyRotation.run(source, config);
    return super.createContainerEntityManagerFactory(info, properties);
  }
}
