package nl.poort25.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.thymeleaf.util.FastStringWriter;

/** Writes a page whole, so that a fault in a template is a clean 500 and never half a page. */
@Provider
@Produces("text/html")
public class PageWriter implements MessageBodyWriter<Page> {
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
    var html = new FastStringWriter(16384);
    templates.render(page, CurrentRequest.current().request(), html);
    out.write(html.toString().getBytes(StandardCharsets.UTF_8));
  }
}
