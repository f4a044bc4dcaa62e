package nl.poort25.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.hibernate.jpa.HibernatePersistenceProvider;

/**
 * Hibernate, after the migrations have run. It shows Hibernate's class transformer only our own
 * classes: Payara would feed it Hibernate's too, which ends in a ClassCircularityError.
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
      return factory(info, properties);
    } catch (RuntimeException e) {
      StartGuard.giveUp("the database cannot be used", e);
      throw e;
    }
  }

  private EntityManagerFactory factory(PersistenceUnitInfo info, Map<?, ?> properties) {
    var narrowed =
        (PersistenceUnitInfo)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PersistenceUnitInfo.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("addTransformer")) {
                    info.addTransformer(onlyOurs((ClassTransformer) arguments[0]));
                    return null;
                  }
                  try {
                    return method.invoke(info, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return super.createContainerEntityManagerFactory(narrowed, properties);
  }

  private static ClassTransformer onlyOurs(ClassTransformer transformer) {
    return (loader, name, type, domain, bytes) ->
        name.startsWith("nl/poort25/") || name.startsWith("nl.poort25.")
            ? transformer.transform(loader, name, type, domain, bytes)
            : null;
  }
}
