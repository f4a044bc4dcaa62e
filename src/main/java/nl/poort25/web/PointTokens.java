package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;

/** The tokens of enforcement points, which are looked at before a byte of a body is read. */
public interface PointTokens {
  /** Whether the request has one that is in use, and comes from where it may come. */
  boolean isCarriedBy(HttpServletRequest request);
}
