package cn.sunlot.organisation.web;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.domain.Session.Ending;
import cn.sunlot.organisation.usecase.Sessions;
import cn.sunlot.organisation.usecase.Sessions.Opened;
import cn.sunlot.organisation.usecase.Sessions.Use;
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
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Works out anew what a session may see when departments or posts have changed, and ends the
 * sessions of a person whose account was switched off, or who got other roles, another department
 * or password, and those that were ended from elsewhere: what a session holds would otherwise be
 * good until it times out.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 200)
class CurrentAccess extends OncePerRequestFilter implements HttpSessionListener {

  private static final String ATTRIBUTE = CurrentAccess.class.getName();

  private final Sessions sessions;
  private final SecurityContextRepository contexts;
  private final ClientAddress addresses;

  CurrentAccess(Sessions sessions, SecurityContextRepository contexts, ClientAddress addresses) {
    this.sessions = sessions;
    this.contexts = contexts;
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
    Opened opened = session == null ? null : opened(session).orElse(null);
    SignedIn person = SignedIn.find().orElse(null);
    if (session != null
        && opened != null
        && person != null
        && !ApiTokenFilter.isOfClient(request)) {
      Use use = sessions.use(opened, person);
      if (use.opened() == null) {
        session.invalidate();
        SecurityContextHolder.clearContext();
      } else if (use.person() != null) {
        session.setAttribute(ATTRIBUTE, use.opened());
        become(use.person(), request, response);
      }
    }
    chain.doFilter(request, response);
  }

  /** Goes on in another post of the person. */
  void take(
      SignedIn person, UUID postId, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession();
    opened(session).ifPresent(o -> session.setAttribute(ATTRIBUTE, sessions.take(o, postId)));
    become(person, request, response);
  }

  /** The post in which the session of a request acts. */
  static Optional<UUID> findPost(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .flatMap(CurrentAccess::opened)
        .map(Opened::postId);
  }

  private void become(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            person, null, AuthorityUtils.NO_AUTHORITIES));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  /** A session that nobody used, or that was ended before. */
  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    opened(event.getSession()).ifPresent(o -> sessions.close(o.id(), Ending.EXPIRED));
  }
}
