package nl.poort25.point;

import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.poort25.network.Cidr;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;

/** The form of a point's name, kind, canary flag and source addresses. */
public class PointForm {
  /** Names stand in logs, mails and file names. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_SOURCES = 1000;

  @FormParam("name")
  public String name;

  @FormParam("format")
  public String format;

  @FormParam("canary")
  public String canary;

  @FormParam("sources")
  public String sources;

  static PointForm of(Point point) {
    var form = new PointForm();
    form.name = point.getName();
    form.format = point.getFormat().name();
    form.canary = point.isCanary() ? "true" : null;
    form.sources =
        point.getAccess().getSources() == null
            ? null
            : point.getAccess().getSources().replace(' ', '\n');
    return form;
  }

  /**
   * @param kept what the point is already; null for a new one
   */
  Points.Typed read(PointKind kept, FormErrors errors) {
    String typed = errors.required("name", name, LONGEST_NAME);
    if (typed != null && !NAME.matcher(typed).matches()) {
      errors.add("name", "point.name.malformed");
    }
    var read = kept != null ? kept : ChoiceParser.read(PointKind.class, "format", format, errors);
    return new Points.Typed(typed, read, "true".equals(canary), readSources(errors));
  }

  private List<Cidr> readSources(FormErrors errors) {
    var read = new ArrayList<Cidr>();
    String typed = errors.optional("sources", sources, LONGEST_SOURCES);
    if (typed != null) {
      for (String one : typed.split("[\\s,;]+")) {
        try {
          read.add(Cidr.parse(one));
        } catch (MalformedInput e) {
          errors.add("sources", Cidr.refusal(e));
        }
      }
    }
    return read;
  }

  public String getName() {
    return name;
  }

  public String getFormat() {
    return format;
  }

  public boolean isCanary() {
    return "true".equals(canary);
  }

  public String getSources() {
    return sources;
  }
}
