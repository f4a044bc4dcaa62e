package nl.poort25.it;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.poort25.demo.DemoWorld;

/**
 * A real browser, without a window: its process is shared by the tests of this one, started when
 * the first of them asks for it; closing ends what this test has opened in it.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /**
   * Milliseconds that a page may take to become as it should: side by side with two other tests, on
   * two cores, five seconds are few.
   */
  private static final double A_WHILE = 40_000;

  private static com.microsoft.playwright.Browser running;
  private final List<BrowserContext> opened = new ArrayList<>();

  private static synchronized com.microsoft.playwright.Browser browser() {
    if (running == null) {
      PlaywrightAssertions.setDefaultAssertionTimeout(A_WHILE);
      var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "ends the browser"));
      running =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Path.of("/usr/bin/chromium"))
                      .setArgs(ARGUMENTS));
    }
    return running;
  }

  /** A window of somebody who has not signed in, 1280 pixels wide. */
  public Page guest() {
    return context(new NewContextOptions()).newPage();
  }

  public Page guestWithoutScript() {
    return context(new NewContextOptions().setJavaScriptEnabled(false)).newPage();
  }

  public Page of(String email, String language) {
    return of(email, DemoWorld.PASSWORD, language);
  }

  public Page of(String email, String password, String language) {
    var context = context(new NewContextOptions());
    context.addCookies(List.of(new Cookie("language", language).setUrl(Browser.PORTAL)));
    return signIn(context.newPage(), email, password);
  }

  /** Sends the form of the button that is called just so, and waits until it was answered. */
  public static void submit(Page page, String button) {
    submit(
        page,
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
  }

  /**
   * The same of the first of these. Without waiting, what another page shows next, or what follows
   * a browser that is closed, would be of before.
   */
  public static void submit(Page page, Locator buttons) {
    page.waitForResponse(
        answer -> answer.request().isNavigationRequest() && answer.status() / 100 != 3,
        () -> buttons.first().click());
  }

  public static Page signIn(Page page, String email) {
    return signIn(page, email, DemoWorld.PASSWORD);
  }

  private static Page signIn(Page page, String email, String password) {
    page.navigate("/login");
    page.locator("#email").fill(email);
    page.locator("#password").fill(password);
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  private BrowserContext context(NewContextOptions options) {
    var context =
        browser().newContext(options.setBaseURL(Browser.PORTAL).setViewportSize(1280, 800));
    opened.add(context);
    return context;
  }

  @Override
  public void close() {
    opened.forEach(BrowserContext::close);
  }
}
