/**
 * What was there before this portal: files of domains and of openings, judged by the same rules as
 * a request, and taken over.
 */
package nl.poort25.takeover;
