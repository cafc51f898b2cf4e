package cn.sunlot.kernel.access;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person behind a request, in the post in which they act, as far as other modules need to know.
 *
 * @param personId key of the person
 * @param name the name on screens
 * @param departmentId the department of the post
 * @param scope whose data the person sees and handles in it
 */
public record SignedIn(
    UUID personId,
    String name,
    String login,
    UUID departmentId,
    Scope scope,
    Set<String> roles,
    Set<Permission> permissions)
    implements Serializable {

  @Serial private static final long serialVersionUID = 2L;

  public SignedIn {
    roles = Set.copyOf(roles);
    permissions = Set.copyOf(permissions);
  }

  public UUID authorityId() {
    return scope.authorityId();
  }

  /** The same person without what they only look at. */
  public SignedIn acting() {
    return new SignedIn(personId, name, login, departmentId, scope.acting(), roles, permissions);
  }

  /** Whether the data of a department are visible. */
  public boolean sees(UUID department) {
    return scope.departments().contains(department);
  }

  /** Whether the person acts for a department. */
  public boolean handles(UUID department) {
    return scope.handled().contains(department);
  }

  public boolean may(Permission permission) {
    if (permission == Permission.ANYBODY || permission == Permission.OWN_PASSWORD) {
      return true;
    }
    if (permission == Permission.OWN_SECOND_FACTOR) {
      return !passwordDue();
    }
    return !passwordDue()
        && !secondFactorDue()
        && (permission == Permission.SIGNED_IN || permissions.contains(permission));
  }

  /** Whether a second step of the sign-in must be set up before anything else. */
  public boolean secondFactorDue() {
    return permissions.contains(Permission.SECOND_FACTOR_DUE);
  }

  /** Whether the password must be changed before anything else. */
  public boolean passwordDue() {
    return permissions.contains(Permission.PASSWORD_DUE);
  }

  /** Who is signed in on this thread, if anybody. */
  public static Optional<SignedIn> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? Optional.of(person)
        : Optional.empty();
  }

  /** Who is signed in on this thread. */
  public static SignedIn get() {
    return find()
        .orElseThrow(() -> new IllegalStateException("nobody is signed in on this thread"));
  }
}
