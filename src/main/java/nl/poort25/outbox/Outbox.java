package nl.poort25.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.poort25.list.ListQuery;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** Takes mail in the act's own transaction: no act without its mail, no mail without its act. */
@ApplicationScoped
@Transactional
public class Outbox {
  // what EmailAddress made, and nothing that could begin another header
  private static final Pattern ADDRESS =
      Pattern.compile("[\\x21-\\x7e&&[^<>(),;:\"@\\\\]]+@[a-z0-9.-]+");

  private static final Duration LATE = Duration.ofMinutes(15);

  @PersistenceContext EntityManager em;
  private MailRenderer letters;
  private Settings settings;
  private InstantSource clock;
  private Event<MailWritten> written;

  protected Outbox() {}

  @Inject
  Outbox(MailRenderer letters, Settings settings, InstantSource clock, Event<MailWritten> written) {
    this.letters = letters;
    this.settings = settings;
    this.clock = clock;
    this.written = written;
  }

  /**
   * @param language nl or en
   * @param template of {@code mail.<template>.subject} and {@code .body}
   * @param arguments what stands in their {@code {places}}; no link that lets someone in
   */
  @Transactional(TxType.MANDATORY)
  public void write(
      String recipient, String language, String template, Map<String, String> arguments) {
    put(mail(recipient, language, template, arguments, false));
  }

  /**
   * The same with a link that lets someone in, at {@code {link}} in the body; it is made when the
   * mail is sent.
   *
   * @param linkPurpose at most 20 characters, for {@link AccessLinks#make}
   */
  @Transactional(TxType.MANDATORY)
  public void writeWithLink(
      String recipient,
      String language,
      String template,
      Map<String, String> arguments,
      String linkPurpose,
      long accountId) {
    var mail = mail(recipient, language, template, arguments, true);
    mail.setLink(linkPurpose, accountId);
    put(mail);
  }

  /** The subject that such a mail would have. */
  public String subject(String language, String template, Map<String, String> arguments) {
    return letters.subject(language, template, MailTemplate.clean(arguments), false);
  }

  /** What was given up, or waits for long, in lists for counting: of the same name. */
  public List<ListQuery<?>> troubled() {
    return List.of(
        ids(OutboxMailState.GIVEN_UP),
        ids(OutboxMailState.WAITING)
            .few() // what waits is sent or given up
            .where("m.writtenAt < :then", "then", clock.instant().minus(LATE)));
  }

  /** What is not sent yet, in a list for counting. */
  public static ListQuery<?> waiting() {
    return ids(OutboxMailState.WAITING);
  }

  /** What was given up, in a list for counting. */
  public static ListQuery<?> givenUp() {
    return ids(OutboxMailState.GIVEN_UP);
  }

  /** When the oldest was written that is not sent yet. */
  public Optional<Instant> oldestWaiting() {
    return Optional.ofNullable(
        em.createQuery(
                "select min(m.writtenAt) from OutboxMail m where m.state = WAITING", Instant.class)
            .getSingleResult());
  }

  private static ListQuery<Long> ids(OutboxMailState state) {
    return ListQuery.ofIds("OutboxMail m").fix("m.state", state).byNumber("m.id", id -> id);
  }

  /** Whether that mail has been written to somebody since then. */
  public boolean hasWritten(String recipient, String template, Instant then) {
    return em.createQuery(
                "select count(m) from OutboxMail m where m.recipient = :recipient"
                    + " and m.template = :template and m.writtenAt > :then",
                Long.class)
            .setParameter("recipient", recipient)
            .setParameter("template", template)
            .setParameter("then", then)
            .getSingleResult()
        > 0;
  }

  private OutboxMail mail(
      String recipient,
      String language,
      String template,
      Map<String, String> arguments,
      boolean link) {
    if (!ADDRESS.matcher(recipient).matches()) {
      throw new IllegalArgumentException("not an address that mail goes to");
    }
    var clean = MailTemplate.clean(arguments);
    String subject = letters.subject(language, template, clean, link);
    String host = URI.create(settings.text(Setting.PUBLIC_URL)).getHost();
    String messageId = "<" + UUID.randomUUID() + "@" + host + ">";
    return new OutboxMail(
        messageId, recipient, language, template, clean, subject, clock.instant());
  }

  private void put(OutboxMail mail) {
    em.persist(mail);
    written.fire(new MailWritten());
  }
}
