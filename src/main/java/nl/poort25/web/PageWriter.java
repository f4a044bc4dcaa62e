package nl.poort25.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes a page whole, so that a fault in a template is a clean 500 and never half a page. */
@Provider
@Produces("text/html")
public class PageWriter implements MessageBodyWriter<Page> {
  /** Bytes; most pages fit. */
  private static final int LARGE = 32 * 1024;

  @Inject Templates templates;

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == Page.class;
  }

  @Override
  public void writeTo(
      Page page,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    var bytes = new ByteArrayOutputStream(LARGE);
    try (var html = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      templates.render(page, CurrentRequest.current().request(), html);
    }
    bytes.writeTo(out);
  }
}
