package cn.sunlot.registry;

import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** That registries are current, as those who answer for them said (PDS-11). */
public interface Confirmations {

  /**
   * Somebody said that a registry is current.
   *
   * @param bodyId the department or bureau whose registry it is
   * @param departmentId where the person acted
   * @param post title of the post in which the person acted, or empty
   * @param roles of that post, by their wire names
   * @param counted how many active targets, or inspectors, it had
   */
  record Confirmation(
      UUID id,
      UUID authorityId,
      UUID bodyId,
      UUID departmentId,
      KeptRegistry registry,
      UUID personId,
      String personName,
      String post,
      List<String> roles,
      long counted,
      String note,
      Instant at) {}

  /** The last one of the department or bureau that a section belongs to. */
  Optional<Confirmation> findLast(UUID departmentId, KeptRegistry registry);
}
