/**
 * The provider's address space (2.2) and the connections that it is given out on: prefixes, address
 * ranges, who held an address when, and the provider's own mail servers (2.5).
 *
 * <p>Prefixes and Prefix are the network, Connections and Connection what partners have,
 * Allocations assigns and reclaims ranges under the lock of {@link AddressHolders}; {@link
 * ProviderMailServers} keeps the list of 2.5. {@link NetworkRule} and {@link
 * ProviderMailServerRule} judge changes on facts alone. Cidr is the one type for an address or
 * prefix, {@link CidrParser} reads what people type.
 *
 * <p>What is open on an address it asks through {@link AddressUses} (exemption answers), what is
 * under investigation through {@link OpenInvestigations} (abuse answers); it knows partners and
 * customers of account.
 *
 * <p>It is one idea: who holds which addresses. The import of files is the package imports.
 */
package nl.poort25.network;
