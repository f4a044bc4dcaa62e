package nl.poort25.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.poort25.round.GracefulShutdown;

/**
 * What every request passes first: security headers on every answer, no unsafe request that no page
 * of ours has sent, nothing but the login for a guest (1.4), and no resource before the whole body
 * is there. A request whose body comes later than its head passes twice.
 */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true, // bodies arrive, and enforcement points wait for a change
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR})
public class Gate extends HttpFilter {
  /** First segments of the paths that the container itself answers. */
  private static final Set<String> FOR_MACHINES =
      Set.of("health", "metrics", "openapi", "openapi-ui");

  private static final String READY = "/health/ready";

  /** Bytes; most pages fit, and leave in one piece instead of two. */
  private static final int PAGE_BUFFER = 32 * 1024;

  private static final PageTurns TURNS = new PageTurns();

  @Inject transient Cookies cookies;
  @Inject transient RequestValidation admission;
  @Inject transient GracefulShutdown stopping;
  @Inject transient RequestBodies bodies;
  @Inject transient RequestBeans beans;
  @Inject transient SessionRevalidation signedIn;
  @Inject transient SignedOutHandler withoutSession;
  @Inject transient PointTokens points;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Uploads.path(request);
    var dispatch = request.getDispatcherType();
    SecurityHeaders.add(
        response, isAsset(path) && dispatch != DispatcherType.ERROR, cookies.areSecure());
    switch (dispatch) {
      case ERROR -> GzipResponse.answer(request, response, chain);
      case ASYNC -> goOn(path, request, response, chain);
      default -> begin(path, request, response, chain);
    }
  }

  private void begin(
      String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(Faults.ATTRIBUTE) != null) {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR); // or 503: its page knows
      return;
    }
    if (stopping.isStopping() && path.equals(READY)) {
      // to a balancer: nothing new, and let go on what is under way (HAProxy's disable-on-404)
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (!stopping.requests().tryEnter()) {
      refuse(path, response);
      return;
    }
    try {
      let(path, request, response, chain);
    } finally {
      stopping.requests().leave();
      if (request.isAsyncStarted()) {
        beans.leave(request);
      }
    }
  }

  /** Its body is whole, or there will be none. */
  private void goOn(
      String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var arrived = BodyReceiver.of(request);
    beans.resume(request);
    try {
      if (!stopping.requests().tryEnter()) {
        refuse(path, response);
        return;
      }
      try {
        letGoOn(path, arrived, request, response, chain);
      } finally {
        stopping.requests().leave();
      }
    } finally {
      bodies.drop(arrived);
      beans.end(request);
    }
  }

  /** The portal stops: the next one may be there in a moment. */
  private static void refuse(String path, HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    response.setHeader("Retry-After", ErrorPages.SECONDS_TO_WAIT);
    answer(path, HttpServletResponse.SC_SERVICE_UNAVAILABLE, response);
  }

  /** For a point a status alone, for people a page. */
  private static void answer(String path, int status, HttpServletResponse response)
      throws IOException {
    if (isForPoints(path)) {
      response.setStatus(status);
    } else {
      response.sendError(status);
    }
  }

  private void let(
      String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean ofPoint = isForPoints(path);
    int refusal =
        ofPoint ? admission.refusalOfPoint(request, path) : admission.refusal(request, path);
    if (refusal != 0) {
      answer(path, refusal, response);
    } else if (ofPoint && hasBody(request) && !points.isCarriedBy(request)) {
      // its resource says what is wrong, and is given nothing to read
      exchange(BufferedRequest.atOnce(request, new BufferedBody()), response, chain);
    } else if (!ofPoint && request.getUserPrincipal() == null && !admission.isForGuests(path)) {
      if (!withoutSession.isBodyKept(request)) {
        withoutSession.toLogin(request, response);
      } else {
        receive(path, request, response, chain);
      }
    } else {
      receive(path, request, response, chain);
    }
  }

  private void receive(
      String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var received = bodies.receive(request);
    if (received.isPresent()) {
      exchange(withoutSession.wrapIfSignedOut(path, received.get()), response, chain);
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0;
  }

  private void letGoOn(
      String path,
      BodyReceiver arrived,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (arrived.refusal() != 0) {
      response.setHeader("Connection", "close");
      if (arrived.refusal() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
        response.setHeader("Retry-After", ErrorPages.SECONDS_TO_WAIT);
      }
      answer(path, arrived.refusal(), response);
      return;
    }
    var roles = roles(path, request);
    if (request.getAttribute(Faults.ATTRIBUTE) != null) {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR); // or 503: its page knows
    } else {
      if (roles.isEmpty()) {
        request.removeAttribute("user"); // the session ended while the form arrived
      }
      var received = BufferedRequest.later(request, arrived.body(), roles.orElse(Set.of()));
      exchange(withoutSession.wrapIfSignedOut(path, received), response, chain);
    }
  }

  /** What happened to an account while the body came counts, as it does for the next request. */
  private Optional<Set<String>> roles(String path, HttpServletRequest request) {
    if (isForPoints(path)) {
      return Optional.of(Set.of());
    }
    try {
      return signedIn.rolesNow(request);
    } catch (RuntimeException e) {
      request.setAttribute(Faults.ATTRIBUTE, e);
      return Optional.empty();
    }
  }

  private static void exchange(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    new CurrentRequest(request).begin();
    String path = Uploads.path(request);
    boolean isPage = !isForPoints(path) && !isAsset(path) && !isForMachines(path);
    boolean turn = isPage && TURNS.take();
    try {
      if (isForPoints(path)) {
        chain.doFilter(request, response); // a state is signed as it is
      } else {
        response.setBufferSize(PAGE_BUFFER);
        GzipResponse.answer(request, response, chain);
      }
    } catch (IOException e) {
      if (!ClientFault.isClientFault(e)) {
        throw e;
      } // there is nobody to answer
    } finally {
      TURNS.giveBack(turn);
      CurrentRequest.end();
    }
  }

  /** Paths that take the token of an enforcement point and nothing else: no session counts here. */
  public static boolean isForPoints(String path) {
    return firstSegment(path).equals("enforcement");
  }

  /** Paths that take the token of the provider's own programs and nothing else. */
  static boolean isForMachines(String path) {
    return FOR_MACHINES.contains(firstSegment(path));
  }

  /** Paths that answer everybody, or a token, alike: nobody is looked up for them. */
  public static boolean isForNobody(String path) {
    return isForPoints(path) || isAsset(path) || isForMachines(path);
  }

  static boolean isAsset(String path) {
    return path.startsWith("/webjars/") || path.startsWith("/static/");
  }

  /**
   * In small letters. The container finds its own pages by more ways of writing than one: with a
   * slash at the end, two at the start, or something behind a semicolon.
   *
   * @param path decoded
   */
  private static String firstSegment(String path) {
    for (int from = 0; from < path.length(); ) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      int semicolon = path.indexOf(';', from);
      String segment =
          path.substring(from, semicolon >= 0 && semicolon < to ? semicolon : to).strip();
      if (!segment.isEmpty() && !segment.equals(".")) {
        return segment.toLowerCase(Locale.ROOT);
      }
      from = to + 1;
    }
    return "";
  }
}
