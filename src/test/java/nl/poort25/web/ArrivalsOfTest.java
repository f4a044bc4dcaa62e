package nl.poort25.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;

/** Bodies that never come, of requests that are none. */
final class ArrivalsOfTest {
  private ArrivalsOfTest() {}

  static BodyReceiver from(String client, long announced, long since) {
    return from(client, announced, since, List.of());
  }

  static BodyReceiver packed(long announced) {
    return from("192.0.2.1", announced, 0, List.of("gzip"));
  }

  private static BodyReceiver from(
      String client, long announced, long since, List<String> codings) {
    var request =
        proxy(
            HttpServletRequest.class,
            method ->
                switch (method) {
                  case "getContentLengthLong" -> announced;
                  case "getHeaders" -> Collections.enumeration(codings);
                  case "startAsync" -> proxy(AsyncContext.class, nothing -> null);
                  default -> null;
                });
    try {
      return new BodyReceiver(null, request, client, since);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T proxy(Class<T> type, java.util.function.Function<String, Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.apply(method.getName())));
  }
}
