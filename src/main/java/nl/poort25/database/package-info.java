/**
 * Where data lives: the data source (H2 in a file, or PostgreSQL by setting), Hibernate as the
 * persistence provider, and the migrations that run before it.
 */
package nl.poort25.database;
