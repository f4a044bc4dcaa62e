package nl.poort25.login;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import nl.poort25.account.LinkPurpose;
import nl.poort25.web.Page;

/** The answer to a link that is used, expired or replaced, or never was one: which, it keeps. */
final class DeadLink {
  private DeadLink() {}

  static Response answer(LinkPurpose purpose) {
    return Response.status(Response.Status.NOT_FOUND)
        .entity(new Page("account/dead-link.html", Map.of("purpose", purpose)))
        .build();
  }
}
