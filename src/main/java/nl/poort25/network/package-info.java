/**
 * The provider's address space (2.2) and the connections that it is given out on: prefixes, address
 * ranges, who held an address when, and the imports of both.
 */
package nl.poort25.network;
