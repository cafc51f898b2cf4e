package cn.sunlot.organisation.web;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.store.PersonStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of a person whose account was switched off, or who got other roles, another
 * department or password: what a session holds would otherwise be good until it times out.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 200)
class CurrentAccess extends OncePerRequestFilter {

  private static final String ATTRIBUTE = CurrentAccess.class.getName();

  private final PersonStore store;

  CurrentAccess(PersonStore store) {
    this.store = store;
  }

  /** Notes, at the sign-in, which access the session was opened with. */
  void note(HttpSession session, SignedIn person) {
    session.setAttribute(ATTRIBUTE, now(person));
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
    SignedIn person = SignedIn.find().orElse(null);
    if (session != null
        && person != null
        && session.getAttribute(ATTRIBUTE) instanceof Integer noted
        && noted != now(person)) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    }
    chain.doFilter(request, response);
  }

  private int now(SignedIn person) {
    return SystemWork.run(() -> store.getAccess(person.personId()));
  }
}
