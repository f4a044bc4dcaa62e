/**
 * The provider's policy as code: articles with their source, rules that cite them, verdicts; and
 * the policy page with an anchor per article and the version log.
 *
 * <p>{@link Article} numbers the rules, {@link Citation} says whether the policy or the portal says
 * it, {@link Rule} is implemented by one enum per feature, {@link Verdict} holds a {@link Finding}
 * for each of them, {@link StoredVerdict} keeps it in a column.
 *
 * <p>{@code PolicyTest} finds every such enum and wants for a constant {@code
 * RegistrationRule.NAME_IS_FREE} the texts {@code RegistrationRule.NAME_IS_FREE.title}, {@code
 * .violated} and {@code .cure} in both bundles ({0} is what was found), and in {@code
 * RegistrationRuleTest}, in the same package, a test whose name begins with {@code nameIsFreeHolds}
 * and one with {@code nameIsFreeFails} ({@code nameIsFreeFailsBelowANameOfAnotherPartner}).
 *
 * <p>Asks: {@code text} and {@code setting} for what the articles say, {@code web} for its page,
 * {@code database} for stored names.
 */
package nl.poort25.policy;
