package nl.poort25.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * What web.xml cannot take from a setting: idle time, and Secure where the portal is behind TLS.
 */
@WebListener
public class CookieRules implements ServletContextListener {
  @Inject Settings settings;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var context = event.getServletContext();
    context.setSessionTimeout(settings.number(Setting.SESSION_IDLE_MINUTES, 1));
    context
        .getSessionCookieConfig()
        .setSecure(settings.text(Setting.PUBLIC_URL).startsWith("https:"));
  }
}
