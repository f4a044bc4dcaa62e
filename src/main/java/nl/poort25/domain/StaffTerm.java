package nl.poort25.domain;

import java.time.Instant;

/**
 * Until when staff acts on what is its turn, by the clock of working days: asked of the package of
 * the tickets, which stands above and keeps that clock (4.9).
 */
public interface StaffTerm {
  Instant after(Instant begun);
}
