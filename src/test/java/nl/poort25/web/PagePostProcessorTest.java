package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.poort25.text.Languages;
import nl.poort25.text.Text;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;

class PagePostProcessorTest {
  private final Context context = new Context(Languages.DUTCH);
  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  private String html(String html) {
    context.setVariable("t", Rendering.phrases(Languages.DUTCH));
    return Rendering.fragment(html, context);
  }

  private String refilled(String form) {
    context.setVariable(PagePostProcessor.KEPT, new KeptForm("/page", "/do", fields, true));
    return html("<form method=\"post\" action=\"/do\">" + form + "</form>")
        .replaceAll("(?s)^<form[^>]*>|</form>$", "");
  }

  @Test
  void everyFormThatIsSentHasTheMark() {
    context.setVariable(PagePostProcessor.MARK, (Supplier<String>) () -> "m+1=");
    assertEquals(
        "<form method=\"post\" action=\"/do\"><b>x</b>"
            + "<input type=\"hidden\" name=\"form-mark\" value=\"m+1=\"/></form>",
        html("<form method=\"post\" action=\"/do\"><b>x</b></form>"));
    for (String none :
        List.of(
            "<form method=\"get\" action=\"/do\"></form>",
            "<form method=\"post\" action=\"/logout\"></form>",
            "<form method=\"post\" action=\"/language\"></form>")) {
      assertEquals(none, html(none));
    }
  }

  @Test
  void textsComeBack() {
    fields.put("a", List.of("1 < 2 & \"3\""));
    assertEquals(
        "<input name=\"a\" type=\"text\" value=\"1 &lt; 2 &amp; &quot;3&quot;\">",
        refilled("<input name=\"a\" type=\"text\" value=\"was\">"));
    fields.clear();
    fields.put("b", List.of("\nx </textarea>"));
    assertEquals(
        "<textarea name=\"b\">\n\nx &lt;/textarea&gt;</textarea>",
        refilled("<textarea name=\"b\">was</textarea>"));
    fields.clear();
    assertEquals("<input name=\"c\" value=\"own\">", refilled("<input name=\"c\" value=\"own\">"));
  }

  @Test
  void choicesComeBack() {
    fields.put("r", List.of("y"));
    assertEquals(
        "<input type=\"radio\" name=\"r\" value=\"x\">"
            + "<input type=\"radio\" name=\"r\" value=\"y\" checked=\"checked\">"
            + "<input type=\"checkbox\" name=\"q\" value=\"z\">",
        refilled(
            "<input type=\"radio\" name=\"r\" value=\"x\" checked=\"checked\">"
                + "<input type=\"radio\" name=\"r\" value=\"y\">"
                + "<input type=\"checkbox\" name=\"q\" value=\"z\" checked=\"checked\">"));
    fields.clear();
    fields.put("s", List.of("2"));
    assertEquals(
        "<select name=\"s\"><option value=\"1\">1</option>"
            + "<option value=\"2\" selected=\"selected\">2</option></select>",
        refilled(
            "<select name=\"s\"><option value=\"1\" selected=\"selected\">1</option>"
                + "<option value=\"2\">2</option></select>"));
  }

  @Test
  void fieldsOfOneNameComeBackInOrder() {
    fields.put("a", List.of("1", "2"));
    assertEquals(
        "<input name=\"a\" value=\"1\"><input name=\"a\" value=\"2\"><input name=\"a\">",
        refilled("<input name=\"a\"><input name=\"a\"><input name=\"a\">"));
  }

  @Test
  void whatThePortalHasPutThereStays() {
    fields.put("version", List.of("3"));
    fields.put("password", List.of("geheim"));
    String own =
        "<input type=\"hidden\" name=\"version\" value=\"4\">"
            + "<input type=\"password\" name=\"password\">";
    assertEquals(own, refilled(own));
  }

  @Test
  void whatHasNoFieldIsShown() {
    fields.put("gone", List.of("<b>bewaard</b>", " "));
    String form = refilled("<input name=\"a\">");
    assertTrue(form.contains("<pre class=\"copy\">&lt;b&gt;bewaard&lt;/b&gt;</pre>"), form);
    context.setVariable(PagePostProcessor.KEPT, new KeptForm("/page", "/other", fields, true));
    String page = html("<form method=\"post\" action=\"/do\"></form><footer>f</footer>");
    assertTrue(page.matches("(?s).*bewaard.*</div><footer>f</footer>"), page);
  }

  @Test
  void thePolicyOpensBesideThePage() {
    String link = "<a href=\"/policy#art-4-9\">beleid</a>";
    assertEquals(
        "<a href=\"/policy#art-4-9\" target=\"_blank\" rel=\"noopener\">beleid"
            + "<span class=\"visually-hidden\"> (nieuw tabblad)</span></a>",
        html(link));
    String menu = "<header><a href=\"/policy\">Beleid</a></header><a href=\"/policyx\">x</a>";
    assertEquals(menu, html(menu));
    String own = "<a href=\"/policy#a\" target=\"_blank\">x</a>";
    assertEquals(own, html(own), "said once");
    context.setVariable("here", "/policy");
    assertEquals(link, html(link));
  }

  @Test
  void theSummaryNamesTheFields() {
    var labels = new FieldLabels();
    context.setVariable(PagePostProcessor.LABELS, labels);
    context.setVariable("required", Text.of("web.form.required"));
    context.setVariable("choose", Text.of("web.form.choose"));
    String page =
        html(
            "<p th:text=\"${t.summary('name', required)}\"></p><p th:text=\"${t.summary('dns',"
                + " choose)}\"></p><p th:text=\"${t.summary('box', required)}\"></p><p"
                + " th:text=\"${t.summary('none', required)}\"></p><label for=\"name\">Naam &amp;"
                + " meer</label><input id=\"name\"><fieldset><legend>DNS-beheer</legend><div"
                + " id=\"dns-error\">!</div><label><input type=\"radio\""
                + " id=\"dns\"><span>Wij</span></label></fieldset><label><input type=\"checkbox\""
                + " id=\"box\"> Akkoord<small>uitleg</small></label>");
    String put = labels.putInto(page);
    assertTrue(
        put.startsWith(
            "<p>Naam &amp; meer: vul dit in.</p><p>DNS-beheer: maak een keuze.</p>"
                + "<p>Akkoord: vul dit in.</p><p>Vul dit in.</p>"),
        put);
  }
}
