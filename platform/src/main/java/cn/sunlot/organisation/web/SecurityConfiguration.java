package cn.sunlot.organisation.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.organisation.usecase.AdmitApiToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
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
                r.requestMatchers(
                        "/api/session",
                        "/api/session/password-rules",
                        "/api/session/ways",
                        "/api/oidc/**",
                        "/api/setup")
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
                        (q, s, x) ->
                            answer(
                                Refused.because(KernelProblem.NOT_SIGNED_IN, ""),
                                q,
                                s,
                                texts,
                                json))
                    .accessDeniedHandler(
                        (q, s, x) ->
                            answer(
                                Refused.because(KernelProblem.FORBIDDEN, ""), q, s, texts, json)))
        .build();
  }

  /** Other systems: a token in each request and no cookie, so that there is nothing to forge. */
  @Bean
  @Order(1)
  SecurityFilterChain clients(
      HttpSecurity http,
      AdmitApiToken admit,
      ClientAddress address,
      ProblemTexts texts,
      ObjectMapper json)
      throws Exception {
    var tokens = new ApiTokenFilter(admit, address, (r, q, s) -> answer(r, q, s, texts, json));
    return http.securityMatcher(
            r -> ApiTokenFilter.hasToken(r) || r.getRequestURI().equals(ApiTokenController.PATH))
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(c -> c.disable())
        .requestCache(c -> c.requestCache(new NullRequestCache()))
        .logout(l -> l.disable())
        .addFilterBefore(tokens, AuthorizationFilter.class)
        .authorizeHttpRequests(
            r ->
                r.requestMatchers(ApiTokenController.PATH).permitAll().anyRequest().authenticated())
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                    (q, s, x) ->
                        answer(
                            Refused.because(KernelProblem.NOT_SIGNED_IN, ""), q, s, texts, json)))
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
      Refused refused,
      HttpServletRequest request,
      HttpServletResponse response,
      ProblemTexts texts,
      ObjectMapper json)
      throws IOException {
    var document = texts.of(refused, request.getLocale());
    response.setStatus(refused.problem().status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(document));
  }
}
