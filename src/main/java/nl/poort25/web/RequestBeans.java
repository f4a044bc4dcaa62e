package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jboss.weld.context.http.Http;
import org.jboss.weld.context.http.HttpConversationContext;
import org.jboss.weld.context.http.HttpRequestContext;
import org.jboss.weld.context.http.HttpSessionContext;

/**
 * Moves the CDI contexts of a request to the thread that continues it after asynchronous reading;
 * the container does not do so by itself.
 */
@ApplicationScoped
class RequestBeans {
  @Inject @Http HttpRequestContext beans;
  @Inject @Http HttpSessionContext session;
  @Inject @Http HttpConversationContext conversation;

  /** The request goes on without this thread. */
  void leave(HttpServletRequest request) {
    if (conversation.isActive()) {
      conversation.deactivate();
    }
    conversation.dissociate(request);
    session.deactivate();
    session.dissociate(request);
    beans.deactivate();
    beans.dissociate(request);
  }

  /** This thread has the request from here on, with the beans that it had before. */
  void resume(HttpServletRequest request) {
    beans.associate(request);
    beans.activate();
  }

  /** The request is answered. */
  void end(HttpServletRequest request) {
    beans.invalidate();
    beans.deactivate();
    beans.dissociate(request);
  }
}
