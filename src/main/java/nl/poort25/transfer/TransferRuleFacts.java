package nl.poort25.transfer;

import java.util.List;

/**
 * Every fact that the rules of a transfer may look at.
 *
 * @param investigated the numbers of the open cases of either partner
 * @param names how many names go together
 * @param most that many at once
 */
record TransferRuleFacts(List<String> investigated, int names, int most) {}
