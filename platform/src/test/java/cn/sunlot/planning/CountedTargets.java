package cn.sunlot.planning;

import cn.sunlot.registry.Registry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/**
 * A registry of which only the number of targets per risk class is known, while there is no other.
 */
@Fallback
@Component
class CountedTargets implements Registry {

  private final Map<UUID, Map<String, Long>> counts = new ConcurrentHashMap<>();

  /** Says how many targets an authority has per risk class. */
  void set(UUID authorityId, Map<String, Long> perClass) {
    counts.put(authorityId, perClass);
  }

  @Override
  public Map<String, Long> countByRiskClass(UUID authorityId, TargetFilter filter) {
    return counts.getOrDefault(authorityId, Map.of());
  }

  @Override
  public long countForPool(UUID authorityId, TargetFilter filter) {
    return countByRiskClass(authorityId, filter).values().stream().mapToLong(n -> n).sum();
  }

  @Override
  public Target getTarget(UUID id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Target> findByUnitId(UUID authorityId, String unitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Target> listTargets(Collection<UUID> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PoolTarget> listForPool(UUID authorityId, TargetFilter filter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Inspector getInspector(UUID id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Inspector> listInspectors(UUID authorityId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Inspector> findInspectorOfPerson(UUID personId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<UUID, Set<UUID>> interests(UUID authorityId) {
    throw new UnsupportedOperationException();
  }
}
