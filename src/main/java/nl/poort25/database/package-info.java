/**
 * Where data lives and how it is protected: the data source (H2 in a file, or PostgreSQL by
 * setting), Hibernate as the persistence provider, and the migrations that run before it.
 *
 * <p>{@link PortalDataSource} opens the database, {@link EmbeddedDatabase} opens H2 again after it
 * has closed itself, {@link Migrations} runs Flyway with {@link MigrationBackup} as the way back,
 * {@link KeyRotation} encrypts the secrets ({@link Secret}, {@link RoundTripSecret}) with the data
 * keys of a {@link KeyFile}. {@link StoredName} keeps the stored name of a renamed class.
 *
 * <p>It lies below everything but web and knows no feature; the class names of Flyway migrations,
 * of {@link RefuseChange} and of {@link PortalDataSource} stand in databases or descriptors and
 * stay.
 *
 * <p>Asks: {@code setting} for where the data is, {@code round} for when it is copied, {@code text}
 * for how names are put in order, {@code web} for a digest.
 */
package nl.poort25.database;
