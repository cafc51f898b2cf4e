package cn.sunlot.registry.store;

import cn.sunlot.imports.ImportKind.Context;
import cn.sunlot.imports.ImportKind.Merged;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds staged trainings; those that are there already stay as they are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class TrainingMerge {

  private static final String ADD =
      """
      INSERT INTO registry.training
        (id, inspector_id, authority_id, on_day, hours, topic, organiser, import_id, recorded_at)
      SELECT s.id, s.inspector_id, CAST(? AS uuid), s.on_day, s.hours, s.topic, s.organiser,
        s.import_id, CAST(? AS timestamptz)
      FROM registry.training_staging s WHERE s.import_id = ?
      ORDER BY s.inspector_id, s.on_day, s.topic
      ON CONFLICT DO NOTHING
      """;

  private static final String COUNT =
      "SELECT count(*) FROM registry.training_staging WHERE import_id = ?";

  private final DSLContext database;
  private final Clock clock;

  TrainingMerge(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Merges the rows of one import. */
  public Merged run(Context of) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    int staged = database.fetchSingle(COUNT, of.importId()).get(0, Integer.class);
    int added = database.execute(ADD, of.authorityId(), now, of.importId());
    return new Merged(added, 0, staged - added);
  }
}
