/**
 * Tickets (4.8): the conversation between partner and staff, and the clock of 4.9 that it runs by.
 *
 * <p>A {@link Ticket} is filed by {@link Tickets} and never knows what it is about but a number.
 * Its {@link TicketClock} has the term, counted by the {@link CalendarProfile}; its {@link
 * QueuePlace} says whose turn it is and where it stands in {@link TicketList}. {@link
 * Conversations} keeps the {@link Update}s with their {@link Attachment}s, {@link StandardAnswers}
 * the texts that staff begins with.
 *
 * <p>Asks: {@code account} for who writes, {@code network} for the connection that a ticket is
 * about, {@code notification} to tell both sides. It tells {@code domain} how long staff has.
 */
package nl.poort25.ticket;
