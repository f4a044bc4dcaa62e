package nl.poort25.enforcement;

import java.util.List;

/**
 * What one point had for an address or a name at a moment.
 *
 * @param adrift whether it was known to hold something else as well, or less
 * @param lines about what was asked; none where nothing was open, or nothing was said of it
 */
public record PointAtMoment(AppliedGenerations.Holder holder, boolean adrift, List<String> lines) {}
