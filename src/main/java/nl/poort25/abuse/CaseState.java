package nl.poort25.abuse;

/**
 * State of an abuse case. Lists sort by the constants' names in descending order, so that open
 * cases stand first.
 */
public enum CaseState {
  OPEN,
  CLOSED
}
