/**
 * Files that staff hands over, whatever they hold: tables as others' programs write them, faults by
 * line, the outlook before anything is kept, and the record of what was imported.
 */
package nl.poort25.imports;
