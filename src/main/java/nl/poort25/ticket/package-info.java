/**
 * Tickets (4.8): the conversation between partner and staff, and the clock of 4.9 that it runs by.
 *
 * <p>A {@code Ticket} is filed by {@code Tickets} and never knows what it is about but a number.
 * Its {@code TicketClock} has the term, counted by the {@code CalendarProfile}; its {@code
 * QueuePlace} says whose turn it is and where it stands in {@code TicketList}. {@code
 * Conversations} keeps the {@code Update}s with their {@code Attachment}s, {@code StandardAnswers}
 * the texts that staff begins with.
 */
package nl.poort25.ticket;
