/**
 * Exemptions (4.1 to 4.11): the request with its verdict, the decision, and the openings that it
 * brings, from approved to closed.
 *
 * <p>An {@link ExemptionRequest} is what a partner fills in, step by step, and sends by {@link
 * ExemptionRequests}; an {@link Exemption} is what has become of it, with a {@link Decision} each
 * time that somebody decides and an {@link Opening} for each line. {@link ExemptionRule} is what a
 * request must fulfil, on the facts that {@link ExemptionFacts} gathers. From staff's form to the
 * rows an approval goes by {@link DecisionResource}, {@link DecisionForm} and {@link Decisions},
 * which keeps {@link DecisionRule}. {@link Openings} follows the lines afterwards, {@link Endings}
 * ends them, {@link OpeningStateUpdater} does what a case of abuse or a lost address asks for.
 *
 * <p>Asks: {@code network} whose an address is, {@code abuse} what is investigated, {@code ticket}
 * for the term and the conversation, {@code mailservice} where the name of a server leads, {@code
 * domain} for who takes the next step, {@code account} for partners and staff, {@code notification}
 * to tell them. Points tell it what is open by {@link PointConfirmations}.
 *
 * <p>One idea in many files: a request, what was decided of it and the port that it opens. Each
 * step of its form is a class, and the rules of 4.1 to 4.7 need facts from many tables.
 */
package nl.poort25.exemption;
