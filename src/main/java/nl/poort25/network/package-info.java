/**
 * The provider's address space (2.2) and the connections that it is given out on: prefixes, address
 * ranges, who held an address when, and the provider's own mail servers (2.5).
 *
 * <p>{@link ProviderPrefixes} and {@link ProviderPrefix} are the network, {@link Connections} and
 * {@link Connection} what partners have, {@link Allocations} assigns and reclaims ranges under the
 * lock of {@link AddressHolders}; {@link ProviderMailServers} keeps the list of 2.5. {@link
 * NetworkRule} and {@link ProviderMailServerRule} judge changes on facts alone. {@link Cidr} is the
 * one type for an address or prefix, {@link CidrParser} reads what people type.
 *
 * <p>What is open on an address it asks through {@link AddressUses} (exemption answers), what is
 * under investigation through {@link OpenInvestigations} (abuse answers).
 *
 * <p>Files of connections ({@link ConnectionFile}) and of prefixes ({@link PrefixFile}, {@link
 * DelegatedReader}, {@link InetnumReader}) are read and applied here; what all imports share is in
 * imports.
 *
 * <p>It is one idea: who holds which addresses.
 *
 * <p>Asks: {@code account} for partners and customers, {@code imports} for what files of all kinds
 * share.
 */
package nl.poort25.network;
