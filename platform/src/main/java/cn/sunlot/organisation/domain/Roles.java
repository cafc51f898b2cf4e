package cn.sunlot.organisation.domain;

import cn.sunlot.organisation.Role;
import java.util.Collection;
import java.util.Optional;

/** Which roles one person may hold together. */
public final class Roles {

  /** Two roles that nobody may hold together. */
  public record Conflict(Role one, Role other) {}

  private Roles() {}

  /** The first two of these roles that exclude each other. */
  public static Optional<Conflict> findConflict(Collection<Role> roles) {
    return roles.stream()
        .sorted()
        .flatMap(one -> roles.stream().filter(one::excludes).map(o -> new Conflict(one, o)))
        .findFirst();
  }
}
