package nl.poort25.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import nl.poort25.outbox.Undelivered.Retry;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.text.Languages;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;
import nl.poort25.text.Truncation;

/** Renders mails from the texts {@code mail.<template>.subject} and {@code .body}. */
@ApplicationScoped
class MailRenderer {
  static final String LINK = "link";
  static final String UNTIL = "until";
  static final String PORTAL = "portal";

  /** RFC 5322 advises 78 characters a line; a list of mails shows no more either. */
  private static final int LONGEST_SUBJECT = 200;

  private BiFunction<Locale, String, String> patterns;
  private String portal;

  protected MailRenderer() {}

  @Inject
  MailRenderer(Texts texts, Settings settings) {
    this(texts::pattern, settings.text(Setting.PUBLIC_URL));
  }

  /**
   * @param patterns by language and key
   * @param portal the public URL
   */
  MailRenderer(BiFunction<Locale, String, String> patterns, String portal) {
    this.patterns = patterns;
    this.portal = portal;
  }

  /**
   * The subject, after the whole mail has been put into words once: what is missing shows in the
   * act's own transaction, not in the night.
   *
   * @throws IllegalArgumentException if a text or an argument is missing, or the link is promised
   *     by one side only
   */
  String subject(String language, String template, Map<String, String> arguments, boolean link) {
    String subject = pattern(language, "mail." + template + ".subject");
    String body = pattern(language, "mail." + template + ".body");
    if (MailTemplate.hasPlace(subject, LINK)
        || MailTemplate.hasPlace(body, LINK) != link
        || arguments.containsKey(LINK)) {
      throw new IllegalArgumentException("the link of mail " + template);
    }
    var anyLink = link ? new AccessLinks.Link(portal, Instant.EPOCH) : null;
    MailTemplate.fill(body, with(language, arguments, anyLink));
    String line = MailTemplate.oneLine(MailTemplate.fill(subject, with(language, arguments, null)));
    return Truncation.to(LONGEST_SUBJECT, line);
  }

  /**
   * The whole mail, its body with a footer.
   *
   * @throws Undelivered for good if the texts no longer fit what was written
   */
  RenderedMail letter(OutboxMail mail, AccessLinks.Link linkOrNull) throws Undelivered {
    try {
      String language = mail.getLanguage();
      var all = with(language, mail.getArguments(), linkOrNull);
      String body =
          MailTemplate.fill(pattern(language, "mail." + mail.getTemplate() + ".body"), all);
      String footer = MailTemplate.fill(pattern(language, "outbox.footer"), all);
      return new RenderedMail(
          mail.getMessageId(),
          mail.getRecipient(),
          language,
          mail.getSubject(),
          body.strip() + "\n\n-- \n" + footer + "\n",
          mail.getWrittenAt());
    } catch (IllegalArgumentException e) {
      throw new Undelivered(Retry.NEVER, e.getMessage());
    }
  }

  private Map<String, String> with(
      String language, Map<String, String> arguments, AccessLinks.Link link) {
    var all = new TreeMap<>(arguments);
    all.put(PORTAL, portal);
    if (link != null) {
      all.put(LINK, link.url());
      all.put(
          UNTIL,
          DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", Languages.of(language))
              .format(link.until().atZone(LocalizedTexts.ZONE)));
    }
    return all;
  }

  private String pattern(String language, String key) {
    String pattern = patterns.apply(Languages.of(language), key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return pattern;
  }
}
