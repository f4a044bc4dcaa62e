/**
 * The provider's policy as code: articles with their source, rules that cite them, verdicts; and
 * the policy page with an anchor per article and the version log.
 *
 * <p>A feature's rules are one enum that implements {@link nl.poort25.policy.Rule}. {@code
 * PolicyTest} finds every such enum and wants for a constant {@code RegistrationRule.NAME_IS_FREE}:
 * the texts {@code RegistrationRule.NAME_IS_FREE.title}, {@code .violated} and {@code .cure} in
 * both bundles ({0} is what was found), and in {@code RegistrationRuleTest}, in the same package, a
 * test whose name begins with {@code nameIsFreeHolds} and one with {@code nameIsFreeFails} ({@code
 * nameIsFreeFailsBelowANameOfAnotherPartner}).
 */
package nl.poort25.policy;
