package cn.sunlot.catalog.store;

import cn.sunlot.imports.ImportKind.Context;
import cn.sunlot.imports.ImportKind.Merged;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Merges staged items of superiors: editions that are there stay as they are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class SuperiorMerge {

  private static final String ADD_LISTS =
      """
      INSERT INTO catalog.superior_list (id, authority_id, department_id, source, name, edition,
        issued_on, entered_by, entered_at)
      SELECT min(s.id::text)::uuid, CAST(? AS uuid), CAST(? AS uuid), s.source, s.list_name,
        s.edition, min(s.issued_on), CAST(? AS uuid), CAST(? AS timestamptz)
      FROM catalog.superior_staging s WHERE s.import_id = ?
      GROUP BY s.source, s.list_name, s.edition
      ON CONFLICT (authority_id, source, name, edition) DO NOTHING
      """;

  private static final String ADD_ITEMS =
      """
      INSERT INTO catalog.superior_item (list_id, authority_id, code, name, category, ratio_cap_bp,
        times_per_year, target_kind, content, basis, methods, body)
      SELECT l.id, l.authority_id, s.code, s.name, s.category, s.ratio_cap_bp, s.times_per_year,
        s.target_kind, s.content, s.basis, s.methods, s.body
      FROM catalog.superior_staging s
      JOIN catalog.superior_list l ON l.authority_id = ? AND l.source = s.source
        AND l.name = s.list_name AND l.edition = s.edition
      WHERE s.import_id = ?
      ON CONFLICT (list_id, code) DO NOTHING
      """;

  private static final String COUNT =
      "SELECT count(*) FROM catalog.superior_staging WHERE import_id = ?";

  private final DSLContext database;
  private final Clock clock;

  SuperiorMerge(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Merges the rows of one import.
   *
   * @param departmentId of the person who imports
   */
  public Merged run(Context of, UUID departmentId) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    database.execute(ADD_LISTS, of.authorityId(), departmentId, of.personId(), now, of.importId());
    int added = database.execute(ADD_ITEMS, of.authorityId(), of.importId());
    int all = database.fetchSingle(COUNT, of.importId()).get(0, Integer.class);
    return new Merged(added, 0, all - added);
  }
}
