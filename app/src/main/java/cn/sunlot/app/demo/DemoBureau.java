package cn.sunlot.app.demo;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.usecase.SignIn;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The running platform, and who of the demo's people acts in it. */
final class DemoBureau {

  private final ApplicationContext platform;
  private final Map<DemoPerson, SignedIn> signedIn = new EnumMap<>(DemoPerson.class);

  DemoBureau(ApplicationContext platform) {
    this.platform = platform;
  }

  /** A command or search of the platform. */
  <T> T use(Class<T> type) {
    return platform.getBean(type);
  }

  LocalDate today() {
    return LocalDate.now(use(Clock.class));
  }

  /** The account of an inspector, as somebody who sees them looks it up. */
  String loginOfInspector(DemoPerson reader, UUID inspectorId) {
    return as(
        reader,
        () -> {
          UUID person = use(Registry.class).getInspector(inspectorId).personId();
          return use(Organisation.class).getPerson(Objects.requireNonNull(person)).login();
        });
  }

  /** Somebody's session; signed in with the password, like everybody. */
  SignedIn session(DemoPerson person) {
    return signedIn.computeIfAbsent(
        person, p -> use(SignIn.class).run(p.login(), DemoPerson.PASSWORD, null));
  }

  /** Everybody signs in anew, and acts for the departments that are there by then. */
  void signAllOut() {
    signedIn.clear();
  }

  /** Does something as this person. */
  <T> T as(DemoPerson person, Supplier<T> work) {
    SignedIn session = session(person);
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContext own = SecurityContextHolder.createEmptyContext();
    own.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            session, null, AuthorityUtils.NO_AUTHORITIES));
    SecurityContextHolder.setContext(own);
    try {
      return work.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  /** The same without a result. */
  void as(DemoPerson person, Runnable work) {
    as(
        person,
        () -> {
          work.run();
          return true;
        });
  }
}
