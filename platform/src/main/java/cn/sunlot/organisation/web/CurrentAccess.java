package cn.sunlot.organisation.web;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.domain.Session.Ending;
import cn.sunlot.organisation.usecase.Sessions;
import cn.sunlot.organisation.usecase.Sessions.Opened;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of a person whose account was switched off, or who got other roles, another
 * department or password, and those that were ended from elsewhere: what a session holds would
 * otherwise be good until it times out.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 200)
class CurrentAccess extends OncePerRequestFilter implements HttpSessionListener {

  private static final String ATTRIBUTE = CurrentAccess.class.getName();

  private final Sessions sessions;
  private final ClientAddress addresses;

  CurrentAccess(Sessions sessions, ClientAddress addresses) {
    this.sessions = sessions;
    this.addresses = addresses;
  }

  /** Notes, at the sign-in, from where the session was opened and with which access. */
  void note(HttpServletRequest request, SignedIn person) {
    String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    String address = shortened(addresses.of(request));
    request.getSession().setAttribute(ATTRIBUTE, sessions.open(person, address, agent));
  }

  /** An IPv6 address as people write it: its first run of zeros left out (RFC 5952). */
  private static String shortened(String address) {
    return address.contains(":") ? address.replaceFirst("(^|:)0(:0)+(:|$)", "::") : address;
  }

  /** The session that a request belongs to. */
  static Optional<UUID> find(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .flatMap(CurrentAccess::opened)
        .map(Opened::id);
  }

  /** Notes that the person leaves. */
  void leave(HttpSession session) {
    opened(session).ifPresent(o -> sessions.close(o.id(), Ending.SIGNED_OUT));
  }

  private static Optional<Opened> opened(HttpSession session) {
    return session.getAttribute(ATTRIBUTE) instanceof Opened opened
        ? Optional.of(opened)
        : Optional.empty();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null
        && SignedIn.find().isPresent()
        && !ApiTokenFilter.isOfClient(request)
        && opened(session).filter(o -> !sessions.use(o)).isPresent()) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    }
    chain.doFilter(request, response);
  }

  /** A session that nobody used, or that was ended before. */
  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    opened(event.getSession()).ifPresent(o -> sessions.close(o.id(), Ending.EXPIRED));
  }
}
