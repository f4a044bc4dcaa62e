package nl.poort25.web;

import java.util.HashMap;
import java.util.Map;
import nl.poort25.text.FieldNamePlaces;
import org.thymeleaf.model.IProcessableElementTag;

/**
 * Collects the labels and legends of a page's fields while it is rendered, and puts them into the
 * summary of errors that stands before them.
 */
final class FieldLabels {
  private final Map<String, String> names = new HashMap<>();
  private StringBuilder words;
  private String field;
  private String legend;
  private boolean isOneOfAGroup;
  private boolean isHidden;

  void open(IProcessableElementTag tag) {
    switch (tag.getElementCompleteName()) {
      case "label" -> {
        words = new StringBuilder();
        field = PagePostProcessor.read(tag, "for");
        // of fields that stand there several times, such as those of each mail server
        isOneOfAGroup = legend != null && !field.isEmpty();
      }
      case "legend" -> {
        words = new StringBuilder();
        field = null;
      }
      default -> {
        standalone(tag);
        String id = PagePostProcessor.read(tag, "id");
        if (id.endsWith("-error") && legend != null) {
          names.putIfAbsent(id.substring(0, id.length() - "-error".length()), legend);
        }
      }
    }
    // an explanation within a label is not the name
    isHidden |= tag.getElementCompleteName().equals("small");
  }

  void standalone(IProcessableElementTag tag) {
    if (words != null && field != null && field.isEmpty()) {
      field = PagePostProcessor.read(tag, "id");
    }
  }

  void text(String text) {
    if (words != null && !isHidden) {
      words.append(text);
    }
  }

  void close(String element) {
    switch (element) {
      case "label" -> {
        if (words != null && field != null && !field.isEmpty()) {
          String label = words.toString().strip();
          names.putIfAbsent(field, isOneOfAGroup ? legend + ", " + label : label);
        }
        words = null;
      }
      case "legend" -> {
        legend = words == null ? null : words.toString().strip();
        words = null;
      }
      case "fieldset" -> legend = null;
      case "small" -> isHidden = false;
      default -> {
        // nothing that names a field
      }
    }
  }

  /** The page with the names where they belong. */
  String putInto(String html) {
    return FieldNamePlaces.fill(html, names);
  }
}
