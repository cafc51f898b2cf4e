package cn.sunlot.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts of targets, which lie sealed and are shown in part everywhere else. */
public interface ShownContacts {

  /**
   * The contact of a target in full, for a stated reason, which is recorded (PDS-25).
   *
   * @return null where none is known
   */
  @Nullable String show(UUID targetId, String reason);
}
