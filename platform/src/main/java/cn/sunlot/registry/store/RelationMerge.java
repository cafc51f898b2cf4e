package cn.sunlot.registry.store;

import cn.sunlot.imports.ImportKind.Context;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.RelationType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what staged targets belong to, after the targets themselves. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RelationMerge {

  private static final String ANY =
      "SELECT EXISTS (SELECT FROM registry.target_staging WHERE import_id = ? AND relations IS NOT"
          + " NULL)";

  /** How many targets changed; their history has one row of the import already or gets one. */
  private static final String SAVE =
      """
      WITH said AS (
        SELECT t.id, t.authority_id, r.key AS relation, r.value AS unit_id
        FROM registry.target_staging s
        JOIN registry.target t ON t.authority_id = ? AND t.unit_id = s.unit_id
        CROSS JOIN LATERAL jsonb_each_text(s.relations) AS r
        WHERE s.import_id = ? AND s.relations IS NOT NULL
      ), differing AS (
        SELECT said.*, coalesce(x.to_unit_id, '') AS old_id
        FROM said LEFT JOIN registry.target_relation x
          ON x.target_id = said.id AND x.relation = said.relation
        WHERE x.to_unit_id IS DISTINCT FROM said.unit_id
      ), saved AS (
        INSERT INTO registry.target_relation (target_id, authority_id, relation, to_unit_id)
        SELECT id, authority_id, relation, unit_id FROM differing
        ON CONFLICT (target_id, relation) DO UPDATE SET to_unit_id = excluded.to_unit_id
      ), marked AS (
        UPDATE registry.target t SET version = t.version + 1, updated_at = CAST(? AS timestamptz)
        WHERE t.id IN (SELECT id FROM differing)
      )
      INSERT INTO registry.target_change
        (id, target_id, authority_id, at, person_id, import_id, changes)
      SELECT kernel.next_id(), id, CAST(? AS uuid), CAST(? AS timestamptz), CAST(? AS uuid),
        CAST(? AS uuid),
        jsonb_object_agg('relations.' || relation, jsonb_build_array(old_id, unit_id))
      FROM differing GROUP BY id
      """;

  /** Rows whose other end is of a kind that the relation does not lead to, or whose own is. */
  private static final String WRONG =
      """
      SELECT s.row_number, s.unit_id, x.to_unit_id, count(*) OVER () AS number
      FROM registry.target_staging s
      JOIN registry.target t ON t.authority_id = ? AND t.unit_id = s.unit_id
      JOIN registry.target_relation x ON x.target_id = t.id AND x.relation = ?
      LEFT JOIN registry.target o ON o.authority_id = t.authority_id AND o.unit_id = x.to_unit_id
      WHERE s.import_id = ? AND jsonb_exists(s.relations, x.relation)
        AND (t.kind <> ALL (CAST(? AS text[])) OR o.kind <> ALL (CAST(? AS text[])))
      ORDER BY s.row_number LIMIT 1
      """;

  private static final String CIRCLE =
      """
      WITH RECURSIVE way AS (
        SELECT s.row_number, s.unit_id AS began, x.to_unit_id AS at, 1 AS steps
        FROM registry.target_staging s
        JOIN registry.target t ON t.authority_id = ? AND t.unit_id = s.unit_id
        JOIN registry.target_relation x ON x.target_id = t.id AND x.relation = ?
        WHERE s.import_id = ? AND jsonb_exists(s.relations, x.relation)
        UNION ALL
        SELECT way.row_number, way.began, x.to_unit_id, way.steps + 1
        FROM way
        JOIN registry.target t ON t.authority_id = ? AND t.unit_id = way.at
        JOIN registry.target_relation x ON x.target_id = t.id AND x.relation = ?
        WHERE way.at <> way.began AND way.steps < 50
      )
      SELECT row_number, began, at, count(*) OVER () AS number FROM way
      WHERE at = began ORDER BY row_number LIMIT 1
      """;

  private final DSLContext database;
  private final Clock clock;
  private final WholeView view;

  RelationMerge(DSLContext database, Clock clock, WholeView view) {
    this.database = database;
    this.clock = clock;
    this.view = view;
  }

  /**
   * Takes them over.
   *
   * @throws Refused {@code RELATION_WRONG} if one of them cannot be, so that the import is not made
   */
  void run(Context of, Collection<RelationType> types) {
    if (!database.fetchSingle(ANY, of.importId()).get(0, Boolean.class)) {
      return;
    }
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    database.execute(
        SAVE,
        of.authorityId(),
        of.importId(),
        now,
        of.authorityId(),
        now,
        of.personId(),
        of.importId());
    view.run(() -> types.forEach(type -> demandRight(of, type)));
  }

  private void demandRight(Context of, RelationType type) {
    refuse(
        type,
        database
            .fetch(
                WRONG,
                of.authorityId(),
                type.name(),
                of.importId(),
                type.from().toArray(String[]::new),
                type.to().toArray(String[]::new))
            .stream()
            .findFirst()
            .orElse(null));
    refuse(
        type,
        database
            .fetch(
                CIRCLE, of.authorityId(), type.name(), of.importId(), of.authorityId(), type.name())
            .stream()
            .findFirst()
            .orElse(null));
  }

  private static void refuse(RelationType type, @Nullable Record row) {
    if (row != null) {
      throw Refused.because(
          RegistryProblem.RELATION_WRONG,
          type.words().zh(),
          type.words().en(),
          row.get(1, String.class),
          row.get(2, String.class),
          String.valueOf(row.get(0)));
    }
  }
}
