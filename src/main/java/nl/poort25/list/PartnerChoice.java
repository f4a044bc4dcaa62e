package nl.poort25.list;

import java.util.List;

/**
 * The partner that staff narrows a list to.
 *
 * @param id null for every partner
 * @param typed his name, or what was typed where no partner is called so; null for every partner
 * @param names those that are offered; none where there are too many to choose from
 */
public record PartnerChoice(Long id, String typed, List<String> names) {
  /** No partner has it. */
  private static final long NOBODY = 0;

  /** Whether no partner is called so, or more than one name begins so. */
  public boolean isUnknown() {
    return id == null && typed != null;
  }

  /** The request of the list, with his id in place of his name. */
  public ListRequest in(ListRequest request) {
    return request.with("partner", isUnknown() ? Long.valueOf(NOBODY) : id);
  }
}
