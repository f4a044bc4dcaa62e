/**
 * Abuse of mail servers (4.12 to 4.14): reports by staff's upload, cases that block addresses and
 * deny the relays, and the investigation that must be complete before a case ends.
 *
 * <p>Main types: {@link AbuseCase} with its {@link CaseAddress}es and {@link InvestigationItem}s,
 * {@link AbuseReport}, {@link AbuseCaseRule}; {@link AbuseBlocking} opens or extends a case in one
 * transaction, {@link OpenCaseQueries} says what the open ones hold.
 *
 * <p>Partners see cases, never reports: a report may identify the complainant.
 *
 * <p>Asks: {@code abusereport} for parsed reports, {@code network} for who held an address when,
 * {@code ticket} for the conversation, {@code account} for partners and staff. Exemption and
 * enforcement observe its acts; how a block reaches the network it asks by {@link
 * BlockConfirmationMode}.
 */
package nl.poort25.abuse;
