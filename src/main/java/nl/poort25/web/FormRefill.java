package nl.poort25.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.unbescape.html.HtmlEscape;

/**
 * Fills a kept form back into the fields of the page while that is rendered. Hidden fields,
 * passwords and files are left alone.
 */
final class FormRefill {
  private static final Set<String> UNTOUCHED =
      Set.of("hidden", "password", "file", "submit", "button", "reset", "image");

  private final KeptForm kept;
  private final IModelFactory factory;

  /** How many fields of a name were filled: the next one gets the next value. */
  private final Map<String, Integer> filled = new HashMap<>();

  /** Names that the form still has. */
  private final Set<String> known = new HashSet<>();

  private boolean isFound;
  private boolean inForm;
  private String select;
  private String text;

  FormRefill(KeptForm kept, IModelFactory factory) {
    this.kept = kept;
    this.factory = factory;
  }

  void openForm(String action) {
    inForm = KeptForm.pathOf(action).equals(kept.action());
    isFound |= inForm;
    filled.clear();
  }

  <T extends IProcessableElementTag> T standalone(T tag) {
    return inForm && tag.getElementCompleteName().equals("input") ? input(tag) : tag;
  }

  <T extends IProcessableElementTag> T open(T tag) {
    if (!inForm) {
      return tag;
    }
    String name = PagePostProcessor.read(tag, "name");
    switch (tag.getElementCompleteName()) {
      case "textarea" -> {
        known.add(name);
        text = next(name);
      }
      case "select" -> {
        known.add(name);
        select = kept.fields().containsKey(name) ? name : null;
      }
      case "option" -> {
        if (select != null) {
          return set(tag, "selected", kept.fields().get(select).contains(option(tag)));
        }
      }
      case "button" -> known.add(name);
      case "input" -> {
        return input(tag);
      }
      default -> {
        // no field
      }
    }
    return tag;
  }

  private static String option(IProcessableElementTag tag) {
    return PagePostProcessor.read(tag, "value");
  }

  private <T extends IProcessableElementTag> T input(T tag) {
    String name = PagePostProcessor.read(tag, "name");
    String type = PagePostProcessor.read(tag, "type");
    known.add(name);
    if (UNTOUCHED.contains(type) || !KeptForm.isKept(name)) {
      return tag;
    }
    if (type.equals("checkbox") || type.equals("radio")) {
      var values = kept.fields().getOrDefault(name, List.of());
      return set(tag, "checked", values.contains(PagePostProcessor.read(tag, "value")));
    }
    String value = next(name);
    return value == null
        ? tag
        : factory.setAttribute(tag, "value", HtmlEscape.escapeHtml4Xml(value));
  }

  private <T extends IProcessableElementTag> T set(T tag, String attribute, boolean is) {
    return is
        ? factory.setAttribute(tag, attribute, attribute)
        : factory.removeAttribute(tag, attribute);
  }

  /** The value for the next field of that name; null where nothing was kept for it. */
  private String next(String name) {
    var values = kept.fields().getOrDefault(name, List.of());
    int index = filled.merge(name, 1, Integer::sum) - 1;
    return index < values.size() ? values.get(index) : null;
  }

  /** Whether a text area stands open that gets another text. */
  boolean isReplacing() {
    return text != null;
  }

  String takeText() {
    String taken = text;
    text = null;
    // a browser leaves out the first line break of a text area
    return taken.startsWith("\n") || taken.startsWith("\r") ? "\n" + taken : taken;
  }

  void close(String element) {
    if (element.equals("form")) {
      inForm = false;
    } else if (element.equals("select")) {
      select = null;
    }
  }

  /** What this form has no field for. */
  List<String> leftInForm() {
    return inForm ? left(known) : List.of();
  }

  /** All of it, where the page has the form no more. */
  List<String> leftWithoutForm() {
    return isFound ? List.of() : left(Set.of("version", "seen", "back"));
  }

  private List<String> left(Set<String> but) {
    var left = new LinkedHashSet<String>();
    kept.fields()
        .forEach(
            (name, values) -> {
              if (!but.contains(name)) {
                left.addAll(values);
              }
            });
    left.removeIf(String::isBlank);
    return new ArrayList<>(left);
  }
}
