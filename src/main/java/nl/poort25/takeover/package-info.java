/**
 * Takes over what there was before the portal: openings, and domains with their mail services, each
 * from a CSV file.
 *
 * <p>A file is read ({@link OpeningFile}, {@link DomainFile}), checked as a whole against rules and
 * database ({@link OpeningFileCheck}, {@link DomainFileCheck}), previewed ({@link
 * OpeningImportPreview}, {@link DomainImportPreview}), and applied in one transaction if nothing
 * has changed since ({@link OpeningImports}, {@link DomainImports}). What violates a rule is taken
 * over and becomes a task for staff; what the portal knows better is a fault of the line.
 *
 * <p>Openings take effect only when a second person confirms them.
 *
 * <p>Asks: {@code imports} for CSV, uploads and pages; {@code exemption}, {@code domain} and {@code
 * mailservice} for the same facts and rules that judge a single request; {@code account}, {@code
 * network}, {@code domainname}, {@code abuse} and {@code ticket} for the partners, connections,
 * names, open cases and tickets of its lines.
 */
package nl.poort25.takeover;
