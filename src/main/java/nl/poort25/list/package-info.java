/**
 * Lists with pages: what a URL asks for, the query that finds it, and the page that is shown.
 *
 * <p>Start with {@link ListQuery}: fixed columns, conditions, the order and the key after which a
 * page begins, so that a page of a million rows is read as fast as one of a hundred. {@link
 * ListRequest} is what a URL asks for, {@link ListPage} what is shown, with the links to the first,
 * the previous and the next page.
 *
 * <p>{@link PartnerChoices} finds the partner that staff narrows a list to.
 *
 * <p>Each feature has its own lists ({@code DomainList}, {@code TicketList} …) upon this.
 *
 * <p>Asks: {@code text} how names are put in order.
 */
package nl.poort25.list;
