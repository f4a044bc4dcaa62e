package nl.poort25.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import nl.poort25.text.LocalizedTexts;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;
import org.unbescape.html.HtmlEscape;

/**
 * Thymeleaf post-processor of every page: adds the mark to forms, fills a kept form back in, and
 * opens links to the policy in a new tab.
 */
public final class PagePostProcessor extends AbstractTemplateHandler {
  /** The variable with who makes what forms are marked with, for a page that has one. */
  static final String MARK = "formMark";

  /** The variable with the form that was kept, where this page shows it. */
  static final String KEPT = "keptForm";

  /**
   * The variable that gathers how the page calls its fields; none where nothing is wrong with one.
   */
  static final String LABELS = "fieldLabels";

  /** Forms in which nobody types. */
  private static final List<String> UNMARKED = List.of("/logout", "/language");

  private static final String POLICY = "/policy";

  private Supplier<String> marks;
  private String mark;
  private FormRefill refill;
  private LocalizedTexts phrases;
  private FieldLabels labels;
  private boolean atPolicy;
  private boolean inLink;

  /** Its menu leads through the portal, to the policy too. */
  private boolean inHeader;

  /** Whether the form that stands open gets the mark at its end. */
  private boolean isMarked;

  /** As the engine makes it for each page. */
  public PagePostProcessor() {
    super();
  }

  @Override
  public void setContext(ITemplateContext context) {
    super.setContext(context);
    marks = supplier(context.getVariable(MARK));
    phrases = (LocalizedTexts) context.getVariable("t");
    labels = (FieldLabels) context.getVariable(LABELS);
    var kept = (KeptForm) context.getVariable(KEPT);
    refill = kept == null ? null : new FormRefill(kept, context.getModelFactory());
    atPolicy = POLICY.equals(context.getVariable("here"));
  }

  @Override
  public void handleOpenElement(IOpenElementTag tag) {
    if (labels != null) {
      labels.open(tag);
    }
    switch (name(tag.getElementCompleteName())) {
      case "form" -> openForm(tag);
      case "a" -> openLink(tag);
      case "header" -> {
        inHeader = true;
        super.handleOpenElement(tag);
      }
      case "footer" -> {
        if (refill != null) {
          sayLeft(refill.leftWithoutForm());
        }
        super.handleOpenElement(tag);
      }
      default -> super.handleOpenElement(refill == null ? tag : refill.open(tag));
    }
  }

  @Override
  public void handleStandaloneElement(IStandaloneElementTag tag) {
    if (labels != null) {
      labels.standalone(tag);
    }
    super.handleStandaloneElement(refill == null ? tag : refill.standalone(tag));
  }

  @Override
  public void handleText(IText text) {
    if (labels != null) {
      labels.text(text.getText());
    }
    if (refill == null || !refill.isReplacing()) {
      super.handleText(text);
    }
  }

  @Override
  public void handleCloseElement(ICloseElementTag tag) {
    String name = name(tag.getElementCompleteName());
    if (labels != null) {
      labels.close(name);
    }
    inHeader &= !name.equals("header");
    if (name.equals("a") && inLink) {
      inLink = false;
      sayHidden(" (" + phrases.of("web.new-tab") + ")");
    }
    if (name.equals("form") && isMarked) {
      isMarked = false;
      addMark();
    }
    if (refill != null) {
      if (name.equals("textarea") && refill.isReplacing()) {
        super.handleText(text(refill.takeText()));
      }
      if (name.equals("form")) {
        sayLeft(refill.leftInForm());
      }
      refill.close(name);
    }
    super.handleCloseElement(tag);
  }

  private void openForm(IOpenElementTag tag) {
    super.handleOpenElement(tag);
    if (!"post".equalsIgnoreCase(tag.getAttributeValue("method"))) {
      return;
    }
    String action = read(tag, "action");
    isMarked = !UNMARKED.contains(action) && hasMark();
    if (refill != null) {
      refill.openForm(action);
    }
  }

  @SuppressWarnings("unchecked")
  private static Supplier<String> supplier(Object variable) {
    return variable == null ? () -> null : (Supplier<String>) variable;
  }

  /** Whether somebody is signed in; the mark is encrypted, which most pages need not wait for. */
  private boolean hasMark() {
    if (mark == null) {
      mark = marks.get();
    }
    return mark != null;
  }

  private static boolean isPolicy(String href) {
    return href != null && href.startsWith(POLICY) && KeptForm.pathOf(href).equals(POLICY);
  }

  private void addMark() {
    var factory = getContext().getModelFactory();
    var field = factory.createStandaloneElementTag("input", "type", "hidden");
    field = factory.setAttribute(field, "name", FormMarks.FIELD);
    super.handleStandaloneElement(factory.setAttribute(field, "value", mark));
  }

  private void openLink(IOpenElementTag tag) {
    inLink =
        !inHeader
            && !atPolicy
            && phrases != null
            && isPolicy(tag.getAttributeValue("href"))
            && !tag.hasAttribute("target"); // the template does so itself
    if (!inLink) {
      super.handleOpenElement(tag);
      return;
    }
    var factory = getContext().getModelFactory();
    var beside = factory.setAttribute(tag, "target", "_blank");
    super.handleOpenElement(factory.setAttribute(beside, "rel", "noopener"));
  }

  /** What has no field any more is shown as it was typed: nothing is lost. */
  private void sayLeft(List<String> left) {
    if (left.isEmpty()) {
      return;
    }
    open("div", "container-xl alert alert-warning kept-left");
    open("p", "mb-2");
    super.handleText(text(phrases.of("web.kept.left")));
    close("p");
    for (String typed : left) {
      open("pre", "copy");
      super.handleText(text(typed));
      close("pre");
    }
    close("div");
  }

  private void sayHidden(String words) {
    open("span", "visually-hidden");
    super.handleText(text(words));
    close("span");
  }

  private void open(String element, String classes) {
    super.handleOpenElement(
        getContext().getModelFactory().createOpenElementTag(element, "class", classes));
  }

  private void close(String element) {
    super.handleCloseElement(getContext().getModelFactory().createCloseElementTag(element));
  }

  private IText text(String text) {
    return getContext().getModelFactory().createText(HtmlEscape.escapeHtml4Xml(text));
  }

  static String read(IProcessableElementTag tag, String attribute) {
    String value = tag.getAttributeValue(attribute);
    return value == null ? "" : HtmlEscape.unescapeHtml(value);
  }

  private static String name(String element) {
    return element.toLowerCase(Locale.ROOT);
  }
}
