package nl.poort25.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The data source. H2 writes each commit through (WRITE_DELAY=0): with its default a killed process
 * loses answered commits. Its cache is 64 MB (CACHE_SIZE): with the 16 MB of its default, lists of
 * 100,000 domains read and unpacked the same pages again and again.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/poort25",
    className = "${MPCONFIG=poort25.db.class:nl.poort25.database.EmbeddedDataSource}",
    url =
        "${MPCONFIG=poort25.db.url:jdbc:h2:file:./data/poort25;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;CACHE_SIZE=65536}",
    user = "${MPCONFIG=poort25.db.user:sa}",
    password = "${MPCONFIG=poort25.db.password:}",
    minPoolSize = 4,
    maxPoolSize = 32)
@ApplicationScoped
class Database {}
