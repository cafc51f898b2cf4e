package cn.sunlot.organisation.domain;

import cn.sunlot.organisation.Role;
import java.util.Collection;

/** Who may sign in with a password of this installation. */
public enum PasswordSignIn {
  EVERYBODY,
  /** So that somebody gets in when the identity provider is down. */
  ADMINISTRATORS;

  public boolean isOpenTo(Collection<Role> roles) {
    return this == EVERYBODY || roles.stream().anyMatch(Role::isAdministrator);
  }
}
