package cn.sunlot.kernel.access;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person behind a request, as far as other modules need to know.
 *
 * @param personId key of the person
 * @param name the name on screens
 * @param departmentId the department of the post
 * @param departments departments whose data the person sees
 */
public record SignedIn(
    UUID personId,
    String name,
    String login,
    UUID authorityId,
    UUID departmentId,
    Set<UUID> departments,
    Set<String> roles,
    Set<Permission> permissions)
    implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  public SignedIn {
    departments = Set.copyOf(departments);
    roles = Set.copyOf(roles);
    permissions = Set.copyOf(permissions);
  }

  public Scope scope() {
    return new Scope(authorityId, departments);
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
