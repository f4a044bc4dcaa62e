/**
 * The audit log: every act becomes an entry in its own transaction, and nobody can change it
 * afterwards.
 *
 * <p>{@link Act} is the event that features fire, {@link Actor} who acts, {@link AuditLog} writes
 * and reads the entries. {@link AuditSeal} is the MAC of an entry, {@link AuditSealing} links them
 * into the chain and makes an {@link Anchor} a day, {@link AuditKey} holds the keys, {@link
 * VerifyLog} is the program that checks all of it. {@link SecurityLog} counts suspicious events
 * beside it.
 *
 * <p>It lies below all features: they name its {@link Subject} and {@link Act}.
 *
 * <p>Asks: {@code database} for the secrets and stored names, {@code round} for what it does each
 * day, {@code policy} for the version that an act was done under, {@code setting}, {@code text},
 * {@code list} and {@code web} for its pages.
 */
package nl.poort25.audit;
