/**
 * Moves what is old out of the tables, into files that other programs read; nothing is lost, and
 * the audit log stays where it is.
 *
 * <p>{@link ArchiveKind} is the list of what moves, with the setting that says how long it stays.
 * Each feature says by an {@link ArchiveSource} which of its rows are old and needed no more
 * ({@link OldRows}); {@link ArchiveRounds} moves them, a batch in a transaction ({@link
 * ArchiveBatches}): their lines are in an {@link ArchiveFile} and on the disk before the rows are
 * deleted. {@link ArchiveHorizons} tells pages how far back the tables go.
 *
 * <p>Asks: {@code setting} for the times and the folder, {@code round} for when, {@code database}
 * for private files.
 */
package nl.poort25.archive;
