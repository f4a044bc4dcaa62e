package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/**
 * Our own few assets, by URLs that change with their content, so that browsers keep them for good.
 */
@ApplicationScoped
public class Assets {
  private String theme;
  private String css;
  private String js;
  private String icon;

  protected Assets() {}

  @Inject
  Assets(ServletContext context) {
    theme = versioned(context, "/static/theme.css");
    css = versioned(context, "/static/site.css");
    js = versioned(context, "/static/site.js");
    icon = versioned(context, "/static/icon.svg");
  }

  private static String versioned(ServletContext context, String path) {
    try (var in = context.getResourceAsStream(path)) {
      var sum = new CRC32();
      sum.update(in.readAllBytes());
      return path + "?v=" + Long.toHexString(sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String getTheme() {
    return theme;
  }

  public String getCss() {
    return css;
  }

  public String getJs() {
    return js;
  }

  public String getIcon() {
    return icon;
  }
}
