package cn.sunlot.organisation.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import tools.jackson.databind.ObjectMapper;

/**
 * Session cookie, CSRF token, headers. Permissions are asked per handler, see {@code @Requires}.
 */
@Configuration
class SecurityConfiguration {

  private static final String CONTENT_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none';"
          + " frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

  @Bean
  SecurityFilterChain security(
      HttpSecurity http, SecurityContextRepository contexts, ProblemTexts texts, ObjectMapper json)
      throws Exception {
    return http.securityContext(c -> c.securityContextRepository(contexts))
        .authorizeHttpRequests(
            r ->
                r.requestMatchers("/api/session", "/api/session/password-rules", "/api/setup")
                    .permitAll()
                    .requestMatchers("/api/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .csrf(c -> c.spa())
        .requestCache(c -> c.requestCache(new NullRequestCache()))
        .formLogin(f -> f.disable())
        .httpBasic(b -> b.disable())
        .logout(l -> l.disable())
        .headers(
            h ->
                h.contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY))
                    .referrerPolicy(p -> p.policy(ReferrerPolicy.SAME_ORIGIN)))
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                        (q, s, x) -> answer(KernelProblem.NOT_SIGNED_IN, q, s, texts, json))
                    .accessDeniedHandler(
                        (q, s, x) -> answer(KernelProblem.FORBIDDEN, q, s, texts, json)))
        .build();
  }

  @Bean
  SecurityContextRepository securityContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  /** Nobody signs in behind {@code SignIn}'s back; also keeps Boot from inventing a user. */
  @Bean
  UserDetailsService noOtherUsers() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }

  private static void answer(
      KernelProblem problem,
      HttpServletRequest request,
      HttpServletResponse response,
      ProblemTexts texts,
      ObjectMapper json)
      throws IOException {
    var document = texts.of(Refused.because(problem, ""), request.getLocale());
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(document));
  }
}
