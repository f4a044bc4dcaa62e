/**
 * Every act is an entry that nobody can change afterwards: the event interface, the entries, the
 * log page and the history of a subject.
 */
package nl.poort25.audit;
