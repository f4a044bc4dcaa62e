package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The Content-Encoding of a request (RFC 9110 8.4), from all its header lines together. */
public enum ContentEncoding {
  NONE,
  GZIP,
  /** Another one, or more than one on top of each other. */
  OTHER;

  public static ContentEncoding of(HttpServletRequest request) {
    return of(Collections.list(request.getHeaders("Content-Encoding")));
  }

  static ContentEncoding of(List<String> lines) {
    var codings =
        Arrays.stream(String.join(",", lines).toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
            .collect(Collectors.toList());
    if (codings.isEmpty()) {
      return NONE;
    }
    return codings.equals(List.of("gzip")) || codings.equals(List.of("x-gzip")) ? GZIP : OTHER;
  }
}
