package cn.sunlot.burden.store;

import cn.sunlot.imports.ImportKind.Context;
import cn.sunlot.imports.ImportKind.Merged;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds marks of earlier draws; what was taken over before stays as it is. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class TakeOverMerge {

  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('burden.mark:' || ?, 0))";

  private static final String ADD =
      """
      INSERT INTO burden.mark
        (id, authority_id, target_id, item_ids, day, kind, joint, source, ref)
      SELECT s.id, CAST(? AS uuid), s.target_id, ARRAY[s.item_id], s.day, s.kind, s.joint,
        'take-over', s.ref
      FROM burden.take_over_staging s
      WHERE s.import_id = ? AND NOT EXISTS (
        SELECT FROM burden.mark m
        WHERE m.authority_id = ? AND m.target_id = s.target_id AND m.ref = s.ref
          AND m.item_ids = ARRAY[s.item_id])
      """;

  private static final String COUNT =
      "SELECT count(*) FROM burden.take_over_staging WHERE import_id = ?";

  private final DSLContext database;

  TakeOverMerge(DSLContext database) {
    this.database = database;
  }

  /** Merges the rows of one import. */
  public Merged run(Context of) {
    database.fetch(LOCK, of.authorityId().toString());
    int staged = database.fetchSingle(COUNT, of.importId()).get(0, Integer.class);
    int added = database.execute(ADD, of.authorityId(), of.importId(), of.authorityId());
    return new Merged(added, 0, staged - added);
  }
}
