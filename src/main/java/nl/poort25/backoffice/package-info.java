/**
 * Staff's work queue, and what looks across all features: the search, also a partner's, and the
 * page of an address. Every other page of staff lives in its own feature.
 */
package nl.poort25.backoffice;
