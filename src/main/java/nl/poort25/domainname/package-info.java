/**
 * Domain names as values: as DNS has them and as people type them (IDNA 2008), public suffixes,
 * names for special use, and what a mistyped name was probably meant to be. Pure.
 */
package nl.poort25.domainname;
