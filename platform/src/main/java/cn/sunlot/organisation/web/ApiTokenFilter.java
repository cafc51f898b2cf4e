package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.usecase.AdmitApiToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows another system by the token in its request ({@code Authorization: Bearer}, RFC 6750). */
class ApiTokenFilter extends OncePerRequestFilter {

  /** Writes a problem document. */
  interface Answer {
    void write(Refused refused, HttpServletRequest request, HttpServletResponse response)
        throws IOException;
  }

  private static final String CLIENT = ApiTokenFilter.class.getName();
  private static final String BEARER = "Bearer ";

  private final AdmitApiToken admit;
  private final ClientAddress address;
  private final Answer answer;

  ApiTokenFilter(AdmitApiToken admit, ClientAddress address, Answer answer) {
    this.admit = admit;
    this.address = address;
    this.answer = answer;
  }

  /** Whether a request is one of another system. */
  static boolean isOfClient(HttpServletRequest request) {
    return request.getAttribute(CLIENT) != null;
  }

  static boolean hasToken(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/") && token(request) != null;
  }

  private static @Nullable String token(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String token = token(request);
    if (token != null) {
      try {
        signIn(admit.run(token, address.of(request)));
        request.setAttribute(CLIENT, true);
      } catch (Refused refused) {
        if (refused.problem() == OrganisationProblem.API_TOKEN_WRONG) {
          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        answer.write(refused, request, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static void signIn(SignedIn client) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            client, null, AuthorityUtils.NO_AUTHORITIES));
    SecurityContextHolder.setContext(context);
  }
}
