package cn.sunlot.organisation.web;

import cn.sunlot.kernel.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens the session of somebody who was let in, in whichever way. */
@Component
class SessionOpening {

  private final SecurityContextRepository contexts;
  private final CurrentAccess currentAccess;

  SessionOpening(SecurityContextRepository contexts, CurrentAccess currentAccess) {
    this.contexts = contexts;
    this.currentAccess = currentAccess;
  }

  void open(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
    // A session id that was known before the sign-in must not be good after it.
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            person, null, AuthorityUtils.NO_AUTHORITIES));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    currentAccess.note(request, person);
  }
}
