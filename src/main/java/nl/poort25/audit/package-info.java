/**
 * The audit log: every act becomes an entry in its own transaction, and nobody can change it
 * afterwards.
 *
 * <p>Act is the event that features fire, Actor who acts, {@link AuditLog} writes and reads the
 * entries. {@link AuditSeal} is the MAC of an entry, {@link AuditSealing} links them into the chain
 * and makes an Anchor a day, {@link AuditKey} holds the keys, {@link VerifyLog} is the program that
 * checks all of it. {@link SecurityLog} counts suspicious events beside it.
 *
 * <p>It lies below all features: they name its Subject and Act, it knows only database, policy and
 * web.
 */
package nl.poort25.audit;
