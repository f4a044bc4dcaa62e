/**
 * The provider's policy as code: articles with their source, rules that cite them, verdicts; and
 * the policy page with an anchor per article and the version log.
 */
package nl.poort25.policy;
