/**
 * What every page and form stands on: servlet filters, request bodies, pages and templates, texts
 * in two languages, forms and their errors, lists, settings, the clock and background rounds.
 *
 * <p>Start with {@link Page} (what a resource answers), {@link FormErrors}, {@link Text} and {@link
 * Texts}, {@link ListQuery} with {@link ListRequest}, {@link Setting}, {@link Round} with {@link
 * Rounds}.
 *
 * <p>A request passes {@link SecurityLogFilter} (security log), {@link Gate} (headers, origin,
 * login, whole body) and then its resource; {@link FaultMapper} and {@link ErrorServlet} turn
 * failures into pages.
 *
 * <p>It knows nothing of accounts or the policy: who is signed in and who is a point it asks by
 * interfaces that packages above implement.
 *
 * <p>One idea in many files: HTTP and HTML for all features. Most are package-private parts of the
 * few public types named here.
 */
package nl.poort25.web;
