/**
 * Domains in their administrative or real registration, the rules of articles 3.1 to 3.5 and the
 * proof of control.
 */
package nl.poort25.domain;
