/**
 * What the DNS says of a domain: looking up, judging (articles 3.10 to 3.12) and remembering MX
 * sets and proof records.
 */
package nl.poort25.mx;
