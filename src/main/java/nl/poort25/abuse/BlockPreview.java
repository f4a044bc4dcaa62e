package nl.poort25.abuse;

import java.util.List;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Page;

/**
 * How addresses stand that staff wants to block, and what the rules say.
 *
 * @param gathered how many reports would belong to the case
 */
record BlockPreview(List<BlockCandidate> targets, int gathered, Verdict verdict) {
  /** With it, the page asks for other addresses until these can be blocked. */
  Page addTo(Page page) {
    return page.with("targets", targets).with("verdict", verdict).with("found", verdict.holds());
  }
}
