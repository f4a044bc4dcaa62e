package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.zip.GZIPInputStream;
import nl.poort25.web.ContentEncoding;
import nl.poort25.web.Retry;

/** What a point says it did and holds; let in by its token, as {@link AgentApiResource} is. */
@Path("/enforcement/report")
@ApplicationScoped
@Produces("text/plain;charset=US-ASCII")
public class PointReportResource {
  /**
   * Bytes of a report, unpacked: the read-back of 150,000 lines of the longest kind. What is read
   * of them takes up to twenty times as much while they are looked at, which must fit the heap.
   */
  static final int LARGEST = 16 * 1024 * 1024;

  @Inject PointAuthentication tokens;
  @Inject PointReports reports;
  @Inject ReadBackRounds readBacks;
  @Inject InstantSource clock;

  @POST
  public Response report(@Context HttpServletRequest request, InputStream body) throws IOException {
    var id = tokens.pointOf(request);
    if (id.isEmpty()) {
      return PointAnswers.refused();
    }
    var coding = ContentEncoding.of(request);
    if (coding == ContentEncoding.OTHER) {
      return PointAnswers.said(415, "a report is packed with gzip, or not at all");
    }
    byte[] bytes;
    try (var in = coding == ContentEncoding.GZIP ? new GZIPInputStream(body) : body) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      return PointAnswers.said(400, "the report cannot be unpacked");
    }
    if (bytes.length > LARGEST) {
      return PointAnswers.said(413, "the report is too large");
    }
    try {
      var read = PointReport.parse(bytes);
      if (!Retry.onCollision(() -> reports.take(id.get(), read, clock.instant()))) {
        return PointAnswers.said(409, "send the read-back in full");
      }
    } catch (IllegalArgumentException e) {
      return PointAnswers.said(400, "this is no report");
    }
    readBacks.confirmNow();
    return PointAnswers.said(200, "ok");
  }
}
