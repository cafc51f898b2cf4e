package cn.sunlot.credit.store;

import cn.sunlot.registry.Survivors;
import java.util.UUID;
import org.jooq.DSLContext;

/** What was read of a target that was merged meanwhile is of the one that stands for it. */
final class MergedTargets {

  private static final String FOLLOW =
      "UPDATE %s r SET target_id = s.survivor_id FROM "
          + Survivors.VIEW
          + " s WHERE r.import_id = ? AND s.id = r.target_id";

  private MergedTargets() {}

  /** Before the rows of a batch are merged. */
  static void follow(DSLContext database, String staging, UUID batchId) {
    database.execute(FOLLOW.formatted(staging), batchId);
  }
}
