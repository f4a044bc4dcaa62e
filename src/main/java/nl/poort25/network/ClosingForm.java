package nl.poort25.network;

import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.stream.Collectors;
import nl.poort25.text.Text;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/**
 * The form fields by which staff decides whether what is open on lost addresses shall be closed,
 * and why.
 */
public class ClosingForm {
  private static final int LONGEST_REASON = 1000;

  /** Not null where it shall be closed. */
  @FormParam("close")
  public String close;

  @FormParam("reason")
  public String reason;

  /** The numbers that the page listed: what came since is not closed unseen. */
  @FormParam("seen")
  public String seen;

  /** With an error where the reason is missing. */
  void read(FormErrors errors) {
    if (close != null) {
      reason = errors.required("reason", reason, LONGEST_REASON);
    }
  }

  boolean covers(List<AddressUse> uses) {
    return close != null && numbers(uses).equals(seen);
  }

  /** The page with the fields to be filled in. */
  Page addTo(Page page, List<AddressUse> uses) {
    return page.with("closing", this)
        .with("closeLabel", Text.of("network.loss.close"))
        .with("seen", numbers(uses));
  }

  private static String numbers(List<AddressUse> uses) {
    return uses.stream()
        .map(AddressUse::number)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
