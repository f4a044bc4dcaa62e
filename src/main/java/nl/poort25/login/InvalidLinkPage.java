package nl.poort25.login;

import jakarta.ws.rs.core.Response;
import nl.poort25.account.LinkPurpose;
import nl.poort25.web.Page;

/**
 * The 404 page for a link that was used, has expired or been replaced, or never existed; it does
 * not tell which.
 */
final class InvalidLinkPage {
  private InvalidLinkPage() {}

  static Response answer(LinkPurpose purpose) {
    return Response.status(Response.Status.NOT_FOUND)
        .entity(Page.of("account/dead-link.html").with("purpose", purpose))
        .build();
  }
}
