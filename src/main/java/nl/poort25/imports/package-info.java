/**
 * What all imports of files share: reading CSV, faults by line, the upload that waits for its
 * confirmation, and its pages.
 *
 * <p>Main types: {@link CsvFile} (columns by name, any separator of spreadsheets; each {@link
 * CsvRow} becomes an entry or has faults), {@link LineFault} (what is wrong with a line and what to
 * do), {@link FileImport} and {@link FileImports} (uploads and their history), {@link CsvImport}
 * (what a file would do, and doing it), {@link ImportPreview} (what a preview must have), {@link
 * ImportPages} (the form: base of the resources) and {@link CsvImportPages} (preview and
 * application too; its {@link CsvImportPages.Imported} names the columns).
 *
 * <p>An upload is applied as a whole or not at all, and only if its preview is still what was shown
 * (by digest).
 *
 * <p>What is imported is in network (prefixes, connections) and takeover (openings, domains),
 * above.
 *
 * <p>Asks: {@code account} for who uploads.
 */
package nl.poort25.imports;
