package cn.sunlot.registry.store;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.domain.SubRegistry;
import cn.sunlot.registry.domain.SubRegistry.Place;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sub-registries, and in which of them a target is. */
@Repository
@Transactional(readOnly = true)
public class SubRegistrySearch {

  /**
   * How a target stands in a sub-registry.
   *
   * @param in whether it is in it
   * @param place {@code by-rule}, or {@code in} or {@code out} where somebody decided so
   */
  public record Membership(UUID id, String name, boolean in, String place) {}

  private final SubRegistryStore store;
  private final TargetSearch targets;

  SubRegistrySearch(SubRegistryStore store, TargetSearch targets) {
    this.store = store;
    this.targets = targets;
  }

  public List<SubRegistry> list(Scope scope) {
    return store.list(scope.authorityId());
  }

  /**
   * Those that it is in, and those out of which it was taken. What the rules say is as of the last
   * commit.
   */
  public List<Membership> listOf(Scope scope, UUID targetId) {
    return list(scope).stream()
        .map(register -> membership(scope, register, targetId))
        .filter(one -> one.in() || !one.place().equals(Lifecycle.wireName(Place.BY_RULE)))
        .toList();
  }

  private Membership membership(Scope scope, SubRegistry register, UUID targetId) {
    Place place = store.placeOf(targetId, register.id());
    boolean in =
        switch (place) {
          case IN -> true;
          case OUT -> false;
          case BY_RULE -> targets.isIn(scope, register, targetId);
        };
    return new Membership(register.id(), register.name(), in, Lifecycle.wireName(place));
  }
}
