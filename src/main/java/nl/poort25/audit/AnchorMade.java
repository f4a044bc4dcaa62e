package nl.poort25.audit;

/** Event: a new anchor was made, to be kept outside the database. */
public record AnchorMade(Anchor anchor) {}
