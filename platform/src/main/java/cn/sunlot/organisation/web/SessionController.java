package cn.sunlot.organisation.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.KnownProfiles;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.domain.PasswordSignIn;
import cn.sunlot.organisation.oidc.IdentityProvider;
import cn.sunlot.organisation.usecase.ChangeOwnPassword;
import cn.sunlot.organisation.usecase.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way in and out. */
@RestController
@RequestMapping("/api/session")
class SessionController {

  /**
   * What a person proves.
   *
   * @param code of the second factor, where there is one
   */
  record Credentials(
      @NotBlank @Size(max = 64) String login,
      @NotBlank @Size(max = 256) String password,
      @Nullable @Size(max = 32) String code) {}

  record NamedId(UUID id, String name) {}

  record OwnPassword(
      @NotBlank @Size(max = 256) String oldPassword,
      @NotBlank @Size(max = 256) String newPassword) {}

  record AuthorityView(UUID id, String name, String kind, String profileId) {}

  /**
   * Who is signed in, and what their screens offer.
   *
   * @param passwordDue nothing is open before the password is changed
   * @param secondFactorDue nothing is open before a second factor is set up
   */
  record Me(
      UUID personId,
      String name,
      String login,
      NamedId department,
      AuthorityView authority,
      @OneOf(value = Role.class, asNamed = true) Set<String> roles,
      @OneOf(value = Permission.class, asNamed = true) Set<String> permissions,
      boolean passwordDue,
      boolean secondFactorDue,
      boolean demo) {}

  /**
   * The session is over.
   *
   * @param address where the one at the identity provider ends; null where there is none
   */
  record SignedOut(@Nullable String address) {}

  /**
   * How people sign in here.
   *
   * @param passwords who may with a password
   * @param provider name of the identity provider; null where none is set
   */
  record SignInWays(@OneOf(PasswordSignIn.class) String passwords, @Nullable String provider) {}

  private final SignIn signIn;
  private final Organisation organisation;
  private final KnownProfiles profiles;
  private final SessionOpening opening;
  private final IdentityProvider provider;
  private final PasswordSignIn passwords;
  private final CurrentAccess currentAccess;
  private final ChangeOwnPassword changeOwnPassword;
  private final boolean demo;

  SessionController(
      SignIn signIn,
      Organisation organisation,
      KnownProfiles profiles,
      SessionOpening opening,
      IdentityProvider provider,
      PasswordSignIn passwords,
      CurrentAccess currentAccess,
      ChangeOwnPassword changeOwnPassword,
      @Value("${sunlot.demo:false}") boolean demo) {
    this.signIn = signIn;
    this.organisation = organisation;
    this.profiles = profiles;
    this.opening = opening;
    this.provider = provider;
    this.passwords = passwords;
    this.currentAccess = currentAccess;
    this.changeOwnPassword = changeOwnPassword;
    this.demo = demo;
  }

  @PostMapping
  @Requires(Permission.ANYBODY)
  Me signIn(
      @Valid @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignedIn person =
        signIn.run(credentials.login().strip(), credentials.password(), credentials.code());
    opening.open(person, request, response);
    return me(person);
  }

  @GetMapping
  @Requires(Permission.ANYBODY)
  Me session() {
    return me(SignedIn.find().orElseThrow(() -> Refused.because(KernelProblem.NOT_SIGNED_IN)));
  }

  @DeleteMapping
  @Requires(Permission.ANYBODY)
  SignedOut signOut(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session == null) {
      return new SignedOut(null);
    }
    Object idToken = session.getAttribute(OidcController.ID_TOKEN);
    currentAccess.leave(session);
    session.invalidate();
    return new SignedOut(
        idToken instanceof String token ? provider.findSignOut(token, request).orElse(null) : null);
  }

  /** Which ways in there are, for the page of the sign-in. */
  @GetMapping("/ways")
  @Requires(Permission.ANYBODY)
  SignInWays getWays() {
    return new SignInWays(Lifecycle.wireName(passwords), provider.findName().orElse(null));
  }

  @PostMapping("/password")
  @Requires(Permission.OWN_PASSWORD)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changeOwnPassword(@Valid @RequestBody OwnPassword request) {
    changeOwnPassword.run(request.oldPassword(), request.newPassword());
  }

  private Me me(SignedIn person) {
    var department = organisation.getDepartment(person.departmentId());
    var authority = organisation.getAuthority(person.authorityId());
    return new Me(
        person.personId(),
        person.name(),
        person.login(),
        new NamedId(department.id(), department.name()),
        new AuthorityView(
            authority.id(),
            authority.name(),
            authority.kind(),
            profiles.getBinding(authority.id())),
        new TreeSet<>(person.roles()),
        person.permissions().stream()
            .filter(p -> !isBarred(person) || isBar(p))
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        person.passwordDue(),
        person.secondFactorDue(),
        demo);
  }

  private static boolean isBarred(SignedIn person) {
    return person.passwordDue() || person.secondFactorDue();
  }

  private static boolean isBar(Permission permission) {
    return permission == Permission.PASSWORD_DUE || permission == Permission.SECOND_FACTOR_DUE;
  }
}
