package nl.poort25.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** The provider's documents that the policy refers to in its chapters 2 and 3. */
@ApplicationScoped
public class Documents {
  private Map<Article, List<Document>> byArticle;

  protected Documents() {}

  @Inject
  public Documents(Settings settings) {
    var registration = of(settings, Setting.DOCUMENT_REGISTRATION);
    var mail = of(settings, Setting.DOCUMENT_MAIL);
    var brochures = of(settings, Setting.DOCUMENT_BROCHURES);
    byArticle =
        Map.of(
            Article.A2_4, mail,
            Article.A3_2, registration,
            Article.A3_7, Stream.of(mail, brochures).flatMap(List::stream).toList());
  }

  private static List<Document> of(Settings settings, Setting setting) {
    return settings.list(setting).stream().map(Document::parse).toList();
  }

  /** What that article refers to; empty for one that refers to nothing. */
  public List<Document> of(Article article) {
    return byArticle.getOrDefault(article, List.of());
  }
}
