package cn.sunlot.organisation.domain;

import cn.sunlot.organisation.Role;
import java.util.Collection;

/** Whose sign-in needs a second step; everybody may have one. */
public enum SecondFactorPolicy {
  OPTIONAL,
  ADMINISTRATORS,
  EVERYBODY;

  public boolean demands(Collection<Role> roles) {
    return this == EVERYBODY
        || this == ADMINISTRATORS && roles.stream().anyMatch(Role::isAdministrator);
  }
}
