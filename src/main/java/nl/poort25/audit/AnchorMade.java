package nl.poort25.audit;

/** The log has a new anchor, to be kept outside the database. */
public record AnchorMade(Anchor anchor) {}
