/**
 * What every page and form stands on: servlet filters, request bodies, pages and templates, forms
 * and their errors, uploads, faults.
 *
 * <p>Start with {@link Page} (what a resource answers), {@link FormErrors} and {@link Flash}.
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
 *
 * <p>Asks: {@code setting} for limits, {@code text} for what it says, {@code round} to end in
 * order.
 */
package nl.poort25.web;
