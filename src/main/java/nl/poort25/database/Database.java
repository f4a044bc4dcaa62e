package nl.poort25.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Definition of the connection pool. Each connection is validated when it is taken, so that those
 * from before an outage are discarded. The numbers stand in src/docs/settings.md too, and in {@link
 * Migrations}, which has no pool.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/poort25",
    className = "nl.poort25.database.PortalDataSource",
    url = "${MPCONFIG=poort25.db.url:" + Database.URL + "}",
    user = "${MPCONFIG=poort25.db.user:sa}",
    password = "${MPCONFIG=poort25.db.password:}",
    minPoolSize = 4,
    maxPoolSize = 32,
    properties = {
      "lockSeconds=${MPCONFIG=poort25.db.lock.seconds:5}",
      "statementSeconds=${MPCONFIG=poort25.db.statement.seconds:30}",
      "fish.payara.max-wait-time-in-millis=${MPCONFIG=poort25.db.pool.seconds:5}000",
      // the pool's own statements and rows would ask for each method by reflection
      "fish.payara.wrap-jdbc-objects=false",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=" + PortalDataSource.VALIDATION
    })
@ApplicationScoped
class Database {
  static final String URL = "jdbc:h2:file:./data/poort25";
}
