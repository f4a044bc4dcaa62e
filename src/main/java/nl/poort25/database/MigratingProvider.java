package nl.poort25.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
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
    StartGuard.watch();
    migrations(info.getJtaDataSource()).load().migrate();
    return super.createContainerEntityManagerFactory(info, properties);
  }

  static FluentConfiguration migrations(DataSource source) {
    return Flyway.configure(MigratingProvider.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(Map.of("bytewise", bytewise(source)))
        .javaMigrations(new V002__append_only_audit());
  }

  private static String bytewise(DataSource source) {
    try (var connection = source.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
          ? " collate \"C\""
          : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
