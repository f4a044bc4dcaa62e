package nl.poort25.login;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;
import nl.poort25.account.SecretToken;
import nl.poort25.web.Flash;
import nl.poort25.web.KeptForm;

/**
 * The session of the current request, also one that waits for the second factor, with what is kept
 * in it for a later page. Secrets are encrypted with the token that only the browser has.
 */
public final class RequestSession implements Flash.Keeper, KeptForm.Keeper {
  private static final Logger LOG = System.getLogger(RequestSession.class.getName());
  private static final String ATTRIBUTE = "nl.poort25.session";

  private final SessionStorage storage;
  private final long id;
  private final SecretToken token;
  private final String flash;
  private final Supplier<Optional<KeptForm>> form;

  /** One that has just begun, or has not come as far as a page: nothing is kept in it. */
  RequestSession(SessionStorage storage, long id, SecretToken token) {
    this(storage, id, token, null, Optional::empty);
  }

  /**
   * @param flash the sentence of the page before; null for none
   * @param form what was typed before it began
   */
  RequestSession(
      SessionStorage storage,
      long id,
      SecretToken token,
      String flash,
      Supplier<Optional<KeptForm>> form) {
    this.storage = storage;
    this.id = id;
    this.token = token;
    this.flash = flash;
    this.form = form;
  }

  /** Makes it the session of this request. */
  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
    request.setAttribute(Flash.KEEPER, this);
    request.setAttribute(KeptForm.KEEPER, this);
  }

  public static Optional<RequestSession> of(HttpServletRequest request) {
    return Optional.ofNullable((RequestSession) request.getAttribute(ATTRIBUTE));
  }

  long id() {
    return id;
  }

  /** Keeps a secret until {@link #take} or the end of the session. */
  public void keep(String name, String value) {
    storage.keep(id, token, name, value);
  }

  /** The secret of that name, for the one page that shows it. */
  public Optional<String> take(String name) {
    return storage.take(id, token, name);
  }

  /** The secret of that name, which stays. */
  Optional<String> peek(String name) {
    return Optional.ofNullable(storage.kept(id, token).get(name));
  }

  @Override
  public String flash() {
    return flash;
  }

  @Override
  public void keepFlash(String sentence) {
    quietly(() -> storage.keepFlash(id, sentence));
  }

  @Override
  public void dropFlash() {
    quietly(() -> storage.dropFlash(id, flash));
  }

  /** Keeps what was typed until it is sent or thrown away. */
  void keepForm(String sealed) {
    storage.keepForm(id, sealed);
  }

  @Override
  public KeptForm keptForm() {
    return form.get().orElse(null);
  }

  @Override
  public void dropKeptForm() {
    quietly(() -> storage.keepForm(id, null));
  }

  /** What was done is done, and a page is whole without its sentence. */
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the sentence of a page was not kept or dropped: {0}", e.toString());
    }
  }
}
