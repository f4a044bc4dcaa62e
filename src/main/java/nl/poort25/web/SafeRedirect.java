package nl.poort25.web;

import java.net.URI;

/**
 * Makes a redirect target from a request parameter: only paths of this portal, else the home page.
 */
public final class SafeRedirect {
  private SafeRedirect() {}

  /** The path if it is one of this portal's own, else the home page: never another site. */
  public static URI uri(String path) {
    boolean ours =
        path != null
            && path.length() < 2000
            && path.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>]]*");
    try {
      return URI.create(ours ? path : "/");
    } catch (IllegalArgumentException e) {
      return URI.create("/");
    }
  }
}
