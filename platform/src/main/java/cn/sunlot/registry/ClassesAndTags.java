package cn.sunlot.registry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Risk classes and tags of many targets at once, for modules above that compute them. They read
 * targets from a view, write what they found into a table under a batch of their own, and the
 * registry takes it over in one statement, with a row of history per changed target.
 */
public interface ClassesAndTags {

  /**
   * The view to read: {@code id, authority_id, unit_id, name, kind, region_code, status, complete,
   * tags, risk_class}.
   */
  String TARGETS = "registry.rateable";

  /** The table to write classes into: {@code batch_id, target_id, risk_class}. */
  String CLASSES = "registry.class_staging";

  /** The table to write tags into: {@code batch_id, target_id, tag, wanted}. */
  String TAGS = "registry.tag_staging";

  /** The function {@code (target_id, day)}: the class at the end of a day. */
  String CLASS_ON = "registry.class_on";

  /**
   * What was changed.
   *
   * @param digest SHA-256 in hex over {@code <unit id> <old> <new>} of every change, one a line, by
   *     unit id
   */
  record Applied(long changed, String digest) {}

  /**
   * A change of a target's class.
   *
   * @param personId who changed it by hand or started what did, or null
   */
  record ClassChange(Instant at, String from, String to, String reason, @Nullable UUID personId) {}

  /** Takes over the classes of a batch, in the transaction under way. */
  Applied applyClasses(UUID authorityId, UUID batchId, String reason);

  /**
   * Takes over the tags of a batch, in the transaction under way.
   *
   * @return how many targets were changed
   */
  long applyTags(UUID authorityId, UUID batchId, String reason);

  /** How a target's class changed, newest first. */
  List<ClassChange> listClassChanges(UUID targetId);
}
