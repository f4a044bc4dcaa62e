/**
 * Exemptions (4.1 to 4.11): the request with its verdict, the decision, and the openings that it
 * brings, from approved to closed.
 *
 * <p>An {@code ExemptionRequest} is what a partner fills in, step by step, and sends by {@code
 * ExemptionRequests}; an {@code Exemption} is what has become of it, with a {@code Decision} each
 * time that somebody decides and an {@code Opening} for each line. {@code ExemptionRule} is what a
 * request must fulfil, on the facts that {@code ExemptionFacts} gathers. From staff's form to the
 * rows an approval goes by {@code DecisionResource}, {@code DecisionForm} and {@code Decisions},
 * which keeps {@code DecisionRule}. {@code Openings} follows the lines afterwards, {@code Endings}
 * ends them, {@code OpeningStateUpdater} does what a case of abuse or a lost address asks for. The
 * package asks {@code network} whose an address is, {@code abuse} what is investigated, and {@code
 * ticket} for the term and the conversation; points tell it what is open by {@code
 * PointConfirmations}.
 *
 * <p>One idea in many files: a request, what was decided of it and the port that it opens. Each
 * step of its form is a class, and the rules of 4.1 to 4.7 need facts from many tables.
 */
package nl.poort25.exemption;
